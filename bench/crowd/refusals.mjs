// @ts-check
/**
 * The pauses that a library really makes: its first link opens and is lost, and from then on the host refuses every
 * connection. Time is virtual: nothing waits.
 */
import { verify } from '../check.mjs';
import { runLibrary } from '../library-run.mjs';

/**
 * @param {import('../subjects/index.mjs').Subject} subject
 * @param {string} text
 * @param {{ attempts: number, random: number }} how what `Math.random` gives, and how many pauses to watch
 * @returns {Promise<number[]>} milliseconds
 */
export async function pausesOf(subject, text, { attempts, random }) {
  const clock = createClock();
  /** @type {number[]} */
  const connects = [];
  const host = { connectSocket: () => refuse(clock.timers, connects.push(clock.now()) === 1) };
  const globals = { Math: Object.create(Math, { random: { value: () => random } }) };
  const { library, WebSocket } = runLibrary(text, subject, { host, timers: clock.timers, globals });
  const on = { open() {}, message() {}, close() {} };
  subject.connect(library, { host, WebSocket, url: 'wss://bench.example/', on, timers: clock.timers });
  while (connects.length <= attempts) {
    await new Promise((resolve) => setImmediate(resolve));
    const isMore = connects.length > attempts || clock.step();
    verify(isMore, `${subject.name} gave up after ${connects.length} connections`);
  }
  return connects.slice(1).map((at, index) => at - connects[index]);
}

/**
 * A socket that ends before anything else can happen.
 *
 * @param {import('../subjects/index.mjs').World['timers']} timers
 * @param {boolean} opensFirst
 */
function refuse(timers, opensFirst) {
  /** @type {Record<string, (event: any) => void>} */
  const heard = {};
  timers.setTimeout(() => {
    if (opensFirst) heard.open({});
    else heard.error({ errMsg: 'connection refused' });
    heard.close({ code: 1006, reason: '' });
  }, 0);
  return {
    onOpen(/** @type {any} */ listener) {
      heard.open = listener;
    },
    onMessage() {},
    onError(/** @type {any} */ listener) {
      heard.error = listener;
    },
    onClose(/** @type {any} */ listener) {
      heard.close = listener;
    },
    send() {},
    close() {},
  };
}

/** Timers that fire in order, each as soon as nothing else is left to do. */
function createClock() {
  /** @type {Map<number, { at: number, callback: () => void }>} */
  const pending = new Map();
  let now = 0;
  let lastId = 0;
  return {
    now: () => now,
    timers: {
      setTimeout(/** @type {() => void} */ callback, ms = 0) {
        lastId += 1;
        pending.set(lastId, { at: now + ms, callback });
        return lastId;
      },
      clearTimeout: (/** @type {number} */ id) => void pending.delete(id),
    },
    /** Fires the next timer; false if there is none. */
    step() {
      const [next] = [...pending].sort(([, a], [, b]) => a.at - b.at);
      if (!next) return false;
      const [id, { at, callback }] = next;
      pending.delete(id);
      now = Math.max(now, at);
      callback();
      return true;
    },
  };
}
