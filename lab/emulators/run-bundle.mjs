// @ts-check
/**
 * Runs the text of a built `.js` file, in Node or on a page. It is a program of its own: what it is given are its free
 * names, so any number of programs live side by side.
 *
 * @typedef {{ MdeWebsocket: any, exports: any, release: () => void }} Bundle
 */

/** @param {string} text @param {Record<string, any>} globals @returns {Bundle} */
export function runCommonJs(text, globals) {
  const names = Object.keys(globals);
  const module = { exports: /** @type {any} */ ({}) };
  const program = new Function('module', 'exports', ...names, text);
  program(module, module.exports, ...names.map((name) => globals[name]));
  return { MdeWebsocket: module.exports, exports: module.exports, release() {} };
}
