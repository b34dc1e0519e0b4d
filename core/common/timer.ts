import type { Raw } from '../port';

/** The longest delay that `setTimeout` keeps; a larger one overflows 32 bits and fires at once. */
const LONGEST_DELAY = 0x7fffffff;

/** An owner of one timer. */
export interface TimerOwner {
  timer?: Raw;
}

/** Calls back after `ms` milliseconds. An earlier call that still waits is cancelled; `Infinity` only cancels. */
export function schedule(timed: TimerOwner, ms: number, callback?: () => void): void {
  clearTimeout(timed.timer);
  if (ms < Infinity) timed.timer = setTimeout(callback!, Math.min(ms, LONGEST_DELAY));
}
