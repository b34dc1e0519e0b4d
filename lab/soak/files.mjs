// @ts-check
/**
 * Open files: each socket is one, and a process may have only so many. Beyond that a system refuses in silence.
 */

/** A task takes four sockets, two at each side of the proxy, and old links outlast their end: a tenth more was seen. */
const OF_A_TASK = 4.5;
/** What the process has open besides. */
const BESIDES = 50;

/** @param {number} tasks */
export function filesFor(tasks) {
  return Math.ceil(OF_A_TASK * tasks) + BESIDES;
}

/** How many this process may have, as far as the system tells. */
export function fileLimit() {
  const { userLimits } = /** @type {any} */ (process.report.getReport());
  const limit = Number(userLimits?.open_files.soft);
  return Number.isNaN(limit) ? Infinity : limit;
}

/** Throws if so many tasks would need more. @param {number} tasks @param {number} limit */
export function checkFiles(tasks, limit) {
  const needed = filesFor(tasks);
  if (needed <= limit) return;
  throw new RangeError(
    `${tasks} tasks need ${needed} open files where the limit is ${limit}: raise it (ulimit -n ${needed}) or ask for fewer tasks`,
  );
}
