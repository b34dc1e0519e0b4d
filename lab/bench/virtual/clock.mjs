// @ts-check
/** Timers that fire in order, each as soon as nothing else is left to do, and a clock that follows them. */

const AN_HOUR = 3600 * 1000;

export function createClock() {
  /** @type {Map<number, { at: number, callback: () => void }>} */
  const pending = new Map();
  let now = 0;
  let lastId = 0;
  const first = () => [...pending].reduce((soonest, one) => (one[1].at < soonest[1].at ? one : soonest));

  return {
    now: () => now,
    Date: class extends Date {
      static now() {
        return now;
      }
    },
    timers: {
      setTimeout(/** @type {() => void} */ callback, ms = 0) {
        lastId += 1;
        pending.set(lastId, { at: now + ms, callback });
        return lastId;
      },
      clearTimeout: (/** @type {number} */ id) => void pending.delete(id),
    },
    /**
     * Lets time pass until something is so. False if it is not by then, or never can be as no timer is left.
     *
     * @param {() => boolean} isSo
     * @param {number} [deadline] milliseconds from the beginning of the world
     */
    async until(isSo, deadline = AN_HOUR) {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        if (isSo()) return true;
        if (pending.size === 0) return false;
        const [id, { at, callback }] = first();
        if (at > deadline) return false;
        pending.delete(id);
        now = Math.max(now, at);
        callback();
      }
    },
  };
}
