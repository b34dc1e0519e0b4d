// @ts-check
/**
 * The one JavaScript thread of a mini program: its timers, its callbacks, and what they threw.
 * A suspended thread keeps everything that falls due and runs it in one burst when it resumes.
 *
 * The clock is the one given, else whatever `setTimeout` is when the thread is made: a fake one must be installed before.
 *
 * @typedef {ReturnType<typeof createThread>} Thread
 * @typedef {{ setTimeout: (work: () => void, ms?: number) => any, clearTimeout: (timer: any) => void }} Clock
 *
 * @param {Clock} [clock]
 */
export function createThread(clock = globalThis) {
  // A browser's timers throw on any `this` but their own, so they are called bare.
  const { setTimeout: set, clearTimeout: clear } = clock;
  /** @type {Map<number, { ms: number, stop: () => void }>} */
  const timers = new Map();
  /** @type {{ error: any, where: 'timer' | 'callback' | 'rejection' }[]} */
  const errors = [];
  /** @type {(() => void)[]} */
  let waiting = [];
  let frozen = false;
  let lastId = 0;
  let timerCalls = 0;
  let grain = 0;

  /** @param {() => void} work @param {'timer' | 'callback'} where */
  function run(work, where = 'callback') {
    if (frozen) {
      waiting.push(() => run(work, where));
      return;
    }
    try {
      work();
    } catch (error) {
      errors.push({ error, where });
    }
  }

  /** @param {(...args: any[]) => void} callback @param {number} [ms] @param {...any} args */
  function setTimeout(callback, ms = 0, ...args) {
    // Source: AP-D, WX-D: a string of code is not allowed.
    if (typeof callback !== 'function') throw new TypeError(`setTimeout takes a function, not ${typeof callback}`);
    timerCalls += 1;
    lastId += 1;
    const id = lastId;
    const fire = () => run(() => timers.delete(id) && callback(...args), 'timer');
    const timer = { ms, stop: () => clear(handle) };
    let handle = set(() => {
      const late = grain > 0 ? (grain - (Date.now() % grain)) % grain : 0;
      if (late > 0) handle = set(fire, late);
      else fire();
    }, ms);
    timers.set(id, timer);
    return id;
  }

  /** @param {number} id */
  function clearTimeout(id) {
    timerCalls += 1;
    timers.get(id)?.stop();
    timers.delete(id);
  }

  return {
    setTimeout,
    clearTimeout,
    /** Runs a callback of the host on this thread; what it throws is kept in `errors`. */
    run,
    /** The host's own timers: they never freeze and are not the application's. Returns what calls one off. */
    later(/** @type {() => void} */ work, ms = 0) {
      const handle = set(work, ms);
      return () => clear(handle);
    },
    /** The delays of the application's pending timers. */
    pending: () => [...timers.values()].map((timer) => timer.ms),
    /** How often the application set or cleared a timer. */
    timerCalls: () => timerCalls,
    /** Everything callbacks and timers threw and nobody caught, and every rejection nobody took, as a host would tell. */
    errors,
    /** @param {any} error @param {'rejection'} where */
    uncaught: (error, where) => void errors.push({ error, where }),
    /** Timers fire at whole multiples of so many ms; 0: when they are due. @param {number} ms */
    align(ms) {
      grain = ms;
    },
    freeze() {
      frozen = true;
    },
    resume() {
      frozen = false;
      const burst = waiting;
      waiting = [];
      for (const work of burst) work();
    },
  };
}
