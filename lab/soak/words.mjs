// @ts-check
/** @param {Record<string, number>} counts */
export function sumOf(counts) {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** `reset 5, delay 3`. @param {Record<string, number>} counts */
export function namesAndCounts(counts) {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}
