// @ts-check
/**
 * Time that runs as fast as the page wants, and stands still with it. Whoever plays a story again gets the same one:
 * timers fire in order, and what they promised is done before the next one.
 *
 * @typedef {ReturnType<typeof createClock>} Clock
 */
export function createClock() {
  let time = 0;
  let lastId = 0;
  /** @type {Map<number, { at: number, work: () => void }>} */
  const timers = new Map();

  function takeNext(/** @type {number} */ end) {
    let [first, due] = [0, end];
    for (const [id, { at }] of timers) if (at < due || (at === due && first === 0)) [first, due] = [id, at];
    const timer = timers.get(first);
    timers.delete(first);
    return timer;
  }

  return {
    now: () => time,
    /** @param {() => void} work @param {number} [ms] */
    setTimeout(work, ms = 0) {
      lastId += 1;
      timers.set(lastId, { at: time + Math.max(0, ms), work });
      return lastId;
    },
    /** @param {number} id */
    clearTimeout: (id) => void timers.delete(id),
    /** Lets time pass. @param {number} ms */
    async advance(ms) {
      const end = time + ms;
      for (let timer = takeNext(end); timer; timer = takeNext(end)) {
        time = timer.at;
        timer.work();
        await promises();
      }
      time = end;
    },
  };
}

/** Whatever was promised is done when a message of our own comes round. @returns {Promise<void>} */
export function promises() {
  return new Promise((done) => {
    const { port1, port2 } = /** @type {any} */ (new MessageChannel());
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(0);
  });
}
