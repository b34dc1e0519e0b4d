let last = 0;
let elapsed = 0;

/** The clock that libraries measure with; `now` is all there is of it. */
export const performance = {
  /**
   * Milliseconds since the first call. A clock that is set back does not take it back.
   *
   * @example
   * const start = performance.now();
   * work();
   * console.log(performance.now() - start);
   */
  now(): number {
    const time = Date.now();
    if (last && time > last) elapsed += time - last;
    last = time;
    return elapsed;
  },
};
