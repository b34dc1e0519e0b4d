/** The longest delay that `setTimeout` keeps; a larger one overflows 32 bits and fires at once. */
const LONGEST_DELAY = 0x7fffffff;

/** Calls back after so many milliseconds, in place of what was scheduled before; `Infinity` only cancels that. */
export type Schedule = (ms: number, callback?: any) => void;

/** The single timer of its owner. */
export function createTimer(): Schedule {
  let timer: any;
  return (ms, callback) => {
    clearTimeout(timer);
    if (ms < Infinity) timer = setTimeout(callback, Math.min(ms, LONGEST_DELAY));
  };
}
