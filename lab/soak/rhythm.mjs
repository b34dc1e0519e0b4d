// @ts-check
/**
 * Calls `work` once in each period, and catches up when the machine was busy with others.
 *
 * @param {number} period milliseconds
 * @param {() => void} work
 * @returns {() => void} ends it
 */
export function rhythm(period, work) {
  const startedAt = performance.now();
  let done = 0;
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - startedAt) / period);
    for (; done < due; done += 1) work();
  }, period);
  return () => clearInterval(timer);
}
