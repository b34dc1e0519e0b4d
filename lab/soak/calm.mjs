// @ts-check
/**
 * Waiting until all is well again.
 *
 * @typedef {{
 *   crowd: import('./crowd.mjs').Crowd,
 *   account: import('./account.mjs').Account,
 *   proxy: import('../faults/proxy.mjs').Proxy,
 *   watch: import('../faults/watch.mjs').Watch,
 * }} World
 */
import { rhythm } from './rhythm.mjs';
import { within } from './within.mjs';

/** How long everybody may take to be back when nothing is cut any more. Milliseconds. */
export const RECOVERY = 20_000;
/** Whoever spoke into a link that was already lost speaks again after this. Milliseconds. */
const AGAIN = 250;

/**
 * Waits until every task is open, on one link each, and well; those that are not are made to speak.
 *
 * @param {World} world
 * @param {(task: number) => boolean} isWell
 */
export async function calm({ crowd, proxy, watch }, isWell) {
  const all = [...crowd.tasks.keys()];
  const isBack = (/** @type {number} */ task) => crowd.tasks[task].state === 'open' && isWell(task);
  const isCalm = () => proxy.links.size === all.length && all.every(isBack);
  const complaint = () => {
    const missing = all.filter((task) => !isBack(task)).length;
    return `${missing} tasks were not back in ${RECOVERY} ms, with ${proxy.links.size} links for ${all.length}`;
  };
  const speak = () => {
    for (const task of all) if (!isBack(task)) crowd.send(task);
  };
  const stop = rhythm(AGAIN, speak);
  try {
    speak();
    await within(RECOVERY, complaint, watch.when(isCalm));
  } finally {
    stop();
  }
}

/** Whether the server has answered something that a task sent from now on. @param {World} world @returns {(task: number) => boolean} */
export function fromNow({ account }) {
  const since = account.sent.slice();
  return (task) => account.lastHeard[task] >= since[task];
}
