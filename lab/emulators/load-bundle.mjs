// @ts-check
/**
 * Loads a built file as an application would, with a host and timers of its own.
 *
 * A `.js` file runs as CommonJS with the globals as its free names, so any number of programs live side by side.
 * A `.mjs` file is imported with the globals set on `globalThis` until `release()`: one program at a time. Only
 * `Promise` is a name of the module's own there, since Node itself could not live with another.
 *
 * @typedef {{ MdeWebsocket: any, exports: any, release: () => void }} Bundle
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

let imports = 0;

const { importByNode } = createRequire(import.meta.url)('./import-by-node.cjs');

/**
 * @param {string} file
 * @param {Record<string, any>} [globals] the host under its name, `setTimeout`, `Promise`, …
 * @returns {Promise<Bundle>}
 */
export async function loadBundle(file, globals = {}) {
  return file.endsWith('.mjs') ? importModule(file, globals) : runCommonJs(readFileSync(file, 'utf8'), globals);
}

/** @param {string} text @param {Record<string, any>} globals @returns {Bundle} */
export function runCommonJs(text, globals) {
  const names = Object.keys(globals);
  const module = { exports: /** @type {any} */ ({}) };
  const program = new Function('module', 'exports', ...names, text);
  program(module, module.exports, ...names.map((name) => globals[name]));
  return { MdeWebsocket: module.exports, exports: module.exports, release() {} };
}

/** @param {string} file @param {Record<string, any>} globals @returns {Promise<Bundle>} */
async function importModule(file, globals) {
  const target = /** @type {any} */ (globalThis);
  const { Promise: OwnPromise, ...shared } = globals;
  const before = Object.keys(shared).map((name) => ({ name, own: Object.getOwnPropertyDescriptor(target, name) }));
  // Every import is a program of its own, so its address has to be new.
  imports += 1;
  const exports = await importByNode(OwnPromise ? withPromise(file, OwnPromise) : `${pathToFileURL(file)}?${imports}`);
  for (const [name, value] of Object.entries(shared)) {
    Object.defineProperty(target, name, { configurable: true, writable: true, value });
  }
  return {
    MdeWebsocket: exports.default,
    exports,
    release() {
      for (const { name, own } of before) {
        if (own) Object.defineProperty(target, name, own);
        else delete target[name];
      }
    },
  };
}

/** The module's text with a `Promise` of its own in front. @param {string} file @param {any} OwnPromise */
function withPromise(file, OwnPromise) {
  const key = `Promise of program ${imports}`;
  /** @type {any} */ (globalThis)[key] = OwnPromise;
  const text = `const Promise = globalThis['${key}'];${readFileSync(file, 'utf8')}`;
  return `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`;
}
