// @ts-check
/**
 * A bound on what should have happened long before: `passed` rejects then, in words of the moment.
 *
 * @param {number} ms
 * @param {() => string} complaint
 */
export function deadline(ms, complaint) {
  /** @type {NodeJS.Timeout} */
  let timer;
  /** @type {Promise<never>} */
  const passed = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(complaint())), ms);
  });
  return { passed, clear: () => clearTimeout(timer) };
}
