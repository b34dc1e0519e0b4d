// @ts-check
/**
 * Loads a built file as an application would, with a host and timers of its own.
 *
 * A `.js` file runs as CommonJS with the globals as its free names, so any number of programs live side by side.
 * A `.mjs` file is imported with the globals set on `globalThis` until `release()`: one program at a time. Only
 * `Promise` is a name of the module's own there, since Node itself could not live with another.
 *
 * @typedef {import('./run-bundle.mjs').Bundle} Bundle
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { runCommonJs } from './run-bundle.mjs';

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
