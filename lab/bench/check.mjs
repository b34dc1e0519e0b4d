// @ts-check
/**
 * A benchmark whose work was not really done has measured nothing, and says so.
 */
export class BenchmarkError extends Error {
  name = 'BenchmarkError';
}

/** @param {unknown} holds @param {string} otherwise @returns {asserts holds} */
export function verify(holds, otherwise) {
  if (!holds) throw new BenchmarkError(otherwise);
}

/** @param {string} what @param {unknown} actual @param {unknown} expected */
export function verifyEqual(what, actual, expected) {
  verify(actual === expected, `${what}: expected ${String(expected)}, got ${String(actual)}`);
}
