import type { Raw } from '../port';

/** The longest delay that `setTimeout` keeps; a larger one overflows 32 bits and fires at once. */
const LONGEST_DELAY = 0x7fffffff;

/** What owns a timer owns one only. */
export interface Timed {
  timer?: Raw;
}

/** Calls back after so many milliseconds, in place of what was scheduled before; `Infinity` only cancels that. */
export function schedule(timed: Timed, ms: number, callback?: () => void): void {
  clearTimeout(timed.timer);
  if (ms < Infinity) timed.timer = setTimeout(callback!, Math.min(ms, LONGEST_DELAY));
}
