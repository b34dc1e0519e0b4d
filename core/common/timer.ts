/** The longest delay that `setTimeout` keeps; a larger one overflows 32 bits and fires at once. */
const LONGEST_DELAY = 0x7fffffff;

/** Who has a timer has one only. */
export interface Timed {
  timer?: any;
}

/** Calls back after so many milliseconds, in place of what was scheduled before; `Infinity` only cancels that. */
export function schedule(timed: Timed, ms: number, callback?: any): void {
  clearTimeout(timed.timer);
  if (ms < Infinity) timed.timer = setTimeout(callback, Math.min(ms, LONGEST_DELAY));
}
