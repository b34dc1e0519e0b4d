// @ts-check
/**
 * All timers of a program, over the two that an emulated host has.
 *
 * @param {import('../../emulators/thread.mjs').Thread} thread
 */
export function timersOf({ setTimeout, clearTimeout }) {
  /** @type {Map<number, number>} the interval's number, and the timer it waits for */
  const intervals = new Map();
  let last = 1e9;

  return {
    setTimeout,
    clearTimeout,
    setInterval(/** @type {(...args: any[]) => void} */ callback, ms = 0, /** @type {any[]} */ ...args) {
      last += 1;
      const id = last;
      const next = () => {
        intervals.set(id, setTimeout(tick, ms));
      };
      const tick = () => {
        next();
        callback(...args);
      };
      next();
      return id;
    },
    clearInterval(/** @type {number} */ id) {
      clearTimeout(/** @type {number} */ (intervals.get(id)));
      intervals.delete(id);
    },
  };
}
