// @ts-check
/** What a page tells during one step, and what is expected of it. */
import { setTimeout as pause } from 'node:timers/promises';

/** How long anything may take to be told. Milliseconds. */
const PATIENCE = 30_000;

/** @param {any} page */
export function tellingOf(page) {
  /** @type {{ at: number, text: string }[]} */
  const told = [];
  let read = 0;

  /** Takes what was told since. A page on its way to another has nothing to tell. */
  async function take() {
    const more = await page.evaluate('window.told ? told.splice(0) : []').catch(() => []);
    told.push(...more);
  }

  /** Waits until these are told, in this order, whatever else is. @param {(string | RegExp)[]} wanted */
  async function expect(wanted) {
    const until = Date.now() + PATIENCE;
    for (const one of wanted) {
      for (;;) {
        const found = told.findIndex(({ text }, place) => place >= read && matches(text, one));
        if (found >= 0) {
          read = found + 1;
          break;
        }
        if (Date.now() > until) throw new Error(`Not told within ${PATIENCE / 1000} s: ${one}`);
        await pause(50);
        await take();
      }
    }
  }

  return {
    expect,
    /** @param {string} from @param {string} to @param {number} ms */
    expectWithin(from, to, ms) {
      const start = told.findLastIndex(({ text }) => text === from);
      const end = told.findIndex(({ text }, place) => place > start && text === to);
      const took = told[end].at - told[start].at;
      if (took > ms) throw new Error(`From "${from}" to "${to}" it took ${took} ms, more than ${ms}`);
    },
    lines: () => told.map(({ at, text }) => `  ${String(at - told[0].at).padStart(6)} ms  ${text}`).join('\n'),
  };
}

/** @param {string} text @param {string | RegExp} wanted */
function matches(text, wanted) {
  return typeof wanted === 'string' ? text === wanted : wanted.test(text);
}
