// @ts-check
/** How long a run takes, in all and part by part, and how long it may: people run what ends before they forget it. */
import { verify } from './check.mjs';

/** Seconds for a whole run. */
export const LIMIT = 300;

/** @param {() => number} [now] milliseconds */
export function createStopwatch(now = () => performance.now()) {
  const begin = now();
  /** @type {Record<string, number>} */
  const partSeconds = {};
  const secondsSince = (/** @type {number} */ moment) => Math.round((now() - moment) / 1000);
  return {
    seconds: () => secondsSince(begin),
    partSeconds,
    /**
     * @template T
     * @param {string} name
     * @param {() => T} work
     */
    async time(name, work) {
      const start = now();
      const result = await work();
      partSeconds[name] = secondsSince(start);
      return result;
    },
  };
}

/** @param {number} seconds */
export function verifyInTime(seconds) {
  verify(seconds <= LIMIT, `the whole run took ${seconds} s, more than ${LIMIT} s`);
}
