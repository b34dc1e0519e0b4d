// @ts-check
/** The results of a run as text to keep: without the points of the curves, which are in the pictures. */

/** A list of plain values, which the project's formatter wants on one line. */
const PLAIN_LIST = /\[\n\s+([^[\]{}]+?)\n\s+\]/g;

/** @param {any} results */
export function toJson(results) {
  const { crowd, ...others } = results;
  const { curves, ...figures } = crowd;
  const text = JSON.stringify({ ...others, crowd: figures }, replacer, 2);
  return text.replace(PLAIN_LIST, (_, list) => `[${list.replace(/\n\s+/g, ' ')}]`);
}

/** What never happened is infinite, which JSON does not know. @param {string} _key @param {any} value */
function replacer(_key, value) {
  if (value === Number.POSITIVE_INFINITY) return 'never';
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
