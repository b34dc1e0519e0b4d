// @ts-check
/**
 * The time of one storm: nothing waits, and everything happens in one fixed order. There are two kinds of work: the
 * program's timers, which a suspended program does not run, and the host's own.
 *
 * @typedef {{ id: number, due: number, ms: number, owner: number, run: () => void, isProgram: boolean }} Job
 */

/** A longer delay overflows 32 bits in every engine and fires at once. */
const LONGEST_DELAY = 0x7fffffff;
/** Nobody waits for longer than this for the next thing to happen. */
const LONG = 100_000;
/** So many timers at one instant are a program that never comes to rest. */
const MOST_AT_ONCE = 300;

/**
 * @param {{ owner: () => number, perform: (job: Job) => void, log: (entry: any) => void }} program who sets a timer,
 *   how a due job is run, and who hears of timers
 */
export function createClock({ owner, perform, log }) {
  /** @type {Job[]} */
  let jobs = [];
  let now = 0;
  let skew = 1_700_000_000_000;
  let lastId = 0;
  let isSuspended = false;
  let setBack = 0;
  let setAt = Number.NEGATIVE_INFINITY;

  /** @param {() => void} run @param {number} ms @param {boolean} isProgram */
  function add(run, ms, isProgram) {
    const job = { id: ++lastId, due: now + ms, ms, owner: owner(), run, isProgram };
    jobs.push(job);
    return job;
  }

  /** @param {(job: Job) => boolean} [may] @returns {Job | undefined} the next job, first set first run */
  function next(may) {
    /** @type {Job | undefined} */
    let first;
    for (const job of jobs) if ((!may || may(job)) && (!first || job.due < first.due)) first = job;
    return first;
  }

  /** @param {number} until @param {(job: Job) => boolean} [may] */
  function runUntil(until, may) {
    let instant = now;
    let atOnce = 0;
    for (let job = next(may); job && job.due <= until; job = next(may)) {
      now = Math.max(now, job.due);
      atOnce = now === instant ? atOnce + 1 : 0;
      instant = now;
      if (atOnce > MOST_AT_ONCE) return log({ kind: 'restless', owner: job.owner });
      jobs.splice(jobs.indexOf(job), 1);
      if (job.isProgram && now > job.due)
        log({ kind: 'fired late', owner: job.owner, ms: job.ms, late: now - job.due });
      perform(job);
    }
    now = until;
  }

  /** @param {Job} job */
  const isHost = (job) => !job.isProgram;

  return {
    now: () => now,
    /** What `Date.now()` says. */
    wall: () => now + skew,
    isSuspended: () => isSuspended,
    /** When it was set last; times on the wall that were taken before say little. */
    setAt: () => setAt,
    /** By how much it was set back in all. */
    setBack: () => setBack,
    /** The clock on the wall is set forward or back. @param {number} ms */
    jump(ms) {
      skew += ms;
      setAt = now;
      setBack += Math.max(0, -ms);
      log({ kind: 'jump', ms });
    },
    /** @param {any} run @param {any} ms */
    setTimeout(run, ms) {
      const delay = ms >= 1 ? Math.floor(ms) : 0;
      const job = add(run, delay > LONGEST_DELAY ? 1 : delay, true);
      log({ kind: 'timer', owner: job.owner, ms, due: job.due });
      return job.id;
    },
    /** @param {any} id */
    clearTimeout(id) {
      const at = jobs.findIndex((job) => job.id === id && job.isProgram);
      if (at >= 0) jobs.splice(at, 1);
    },
    /** Work of the host. @param {() => void} run @param {number} ms */
    later: (run, ms) => void add(run, ms, false),
    /** @returns {Job[]} */
    timers: () => jobs.filter((job) => job.isProgram),
    /** Milliseconds until the next job, or a while; the report of a thrown error is no event of its own. */
    untilNext() {
      const job = next((one) => !one.isProgram || one.ms > 0);
      return job ? Math.min(Math.max(0, job.due - now), LONG) : 0;
    },
    /** @param {number} ms */
    advance(ms) {
      if (isSuspended) now += ms;
      else runUntil(now + ms);
    },
    /** From here on time passes and nothing runs. */
    suspend() {
      isSuspended = true;
    },
    /** The program runs again, though what was due has not come yet. */
    wake() {
      if (isSuspended) log({ kind: 'resume' });
      isSuspended = false;
    },
    /** What was due meanwhile comes in a burst; a host's own events before the program's timers, after, or in order. @param {'timers first' | 'events first' | 'in order'} order */
    resume(order) {
      if (isSuspended) log({ kind: 'resume' });
      isSuspended = false;
      if (order === 'timers first') runUntil(now, (job) => job.isProgram);
      if (order === 'events first') runUntil(now, isHost);
      runUntil(now);
    },
    /** The end of the world. */
    stop() {
      jobs = [];
    },
  };
}
