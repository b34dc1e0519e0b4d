// @ts-check
import vm from 'node:vm';

/**
 * Loads a CommonJS bundle in a realm where everything but the language tells when it is touched.
 *
 * @param {import('./prove.mjs').Bundle} bundle
 * @returns {string[]}
 */
export function findEffects({ code, isModule, globals }) {
  // The ES module is the same program; names.mjs has looked at it.
  if (isModule) return [];
  const module = { exports: {} };
  /** @type {string[]} */
  const touched = [];
  const watched = [...globals, 'setTimeout', 'clearTimeout'];
  const traps = watched.map((name) => [name, { get: () => void touched.push(name) }]);
  const context = Object.defineProperties({ module, exports: module.exports }, Object.fromEntries(traps));
  try {
    vm.runInNewContext(code, context);
  } catch (error) {
    return [`it cannot be loaded: ${/** @type {Error} */ (error).message}`];
  }
  if (typeof module.exports !== 'function') return ['module.exports is not the function.'];
  return touched.map((name) => `"${name}" is touched when the file is loaded: wait for a call.`);
}
