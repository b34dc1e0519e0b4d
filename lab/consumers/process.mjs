// @ts-check
/** A process of its own for each example: one that hangs, busy or not, is ended with all that it started. */
import { fork } from 'node:child_process';

/** @typedef {import('./reporter.mjs').Check & { seconds: number }} Began */

/**
 * @param {string} program
 * @param {{ name: string, [setting: string]: unknown }} settings handed over as JSON
 * @param {import('./results.mjs').Results} results
 * @returns {Promise<void>} done when the process has ended
 */
export function runInProcess(program, settings, results) {
  // The leader of a group, so that the group can be ended.
  const child = fork(program, [JSON.stringify(settings)], { detached: true });
  /** @type {Map<string, { began: Began, since: number, limit: NodeJS.Timeout, isOver: boolean }>} */
  const open = new Map();
  const key = (/** @type {import('./reporter.mjs').Check} */ { target, check }) => `${target}\n${check}`;

  /** @param {Began} began */
  function start(began) {
    const limit = setTimeout(() => {
      step.isOver = true;
      end(child);
    }, began.seconds * 1000);
    const step = { began, since: Date.now(), limit, isOver: false };
    open.set(key(began), step);
  }

  child.on('message', (/** @type {any} */ { began, ended }) => {
    if (began) return start(began);
    const step = open.get(key(ended));
    if (step) clearTimeout(step.limit);
    open.delete(key(ended));
    results.add(ended);
  });

  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      const cause = code === null ? `by ${signal}` : `with code ${code}`;
      for (const { began, since, limit, isOver } of open.values()) {
        clearTimeout(limit);
        const { seconds, ...check } = began;
        const problem = isOver ? `not done after ${seconds} s: its process was ended` : `its process ended ${cause}`;
        results.add({ ...check, ms: Date.now() - since, problem });
      }
      if (code !== 0 && open.size === 0) {
        results.add({ example: settings.name, target: '', check: 'runs to its end', ms: 0, problem: `ended ${cause}` });
      }
      resolve();
    });
  });
}

/** The process and what it started; nothing else is in its group. @param {import('node:child_process').ChildProcess} child */
function end({ pid }) {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}
