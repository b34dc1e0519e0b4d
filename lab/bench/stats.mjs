// @ts-check
/**
 * What is said of a series of measurements: its median, and the range it spread over.
 *
 * @typedef {{ median: number, low: number, high: number, rounds: number }} Summary
 */

/** @param {number[]} values @returns {Summary} */
export function summarize(values) {
  if (values.length === 0) throw new RangeError('nothing was measured');
  const wrong = values.find((value) => Number.isNaN(value));
  if (wrong !== undefined) throw new RangeError('a measurement is not a number');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, low: sorted[0], high: sorted[sorted.length - 1], rounds: sorted.length };
}

/**
 * Summaries of a list of records, field by field.
 *
 * @param {Record<string, number>[]} records
 * @returns {Record<string, Summary>}
 */
export function summarizeFields(records) {
  const names = Object.keys(records[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, summarize(records.map((record) => record[name]))]));
}
