// @ts-check
/**
 * A world that has the language, timers, `console` and the host, and where no code is made of text: what the files of
 * a mini program run in. Files are modules of CommonJS, as the developer tools leave them.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** Names that WeChat's wrapper of a module makes undefined. Source: decompiled packages of its developer tools. */
export const HIDDEN =
  'window document self location navigator localStorage history Caches screen XMLHttpRequest fetch WebSocket URL'.split(
    ' ',
  );

/** Bytes are the host's, so that `instanceof` holds on both sides. */
const BYTES = { ArrayBuffer, DataView, Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array };

/**
 * @param {string} folder the project
 * @param {Record<string, any>} globals
 * @param {string[]} hidden names that are parameters of every module, and undefined
 * @returns {(file: string) => any} requires a file of the project
 */
export function createWorld(folder, globals, hidden) {
  const world = vm.createContext({ ...BYTES, ...globals }, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext('globalThis.global = globalThis', world);
  /** @type {Map<string, { exports: any }>} */
  const modules = new Map();

  /** @param {string} file */
  function load(file) {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    if (file.endsWith('.json')) module.exports = JSON.parse(readFileSync(file, 'utf8'));
    else {
      const names = ['require', 'module', 'exports', ...hidden];
      const program = vm.compileFunction(readFileSync(file, 'utf8'), names, { filename: file, parsingContext: world });
      program((/** @type {string} */ name) => load(resolve(name, path.dirname(file))), module, module.exports);
    }
    return module.exports;
  }

  /** As WeChat looks a name up: beside the file, then in `miniprogram_npm` of each folder above it. */
  function resolve(/** @type {string} */ name, /** @type {string} */ from) {
    const isPath = /^\.{0,2}\//.test(name);
    const places = isPath
      ? [name.startsWith('/') ? path.join(folder, name) : path.resolve(from, name), path.resolve(from, name)]
      : foldersAbove(from, folder).flatMap((above) => [
          path.join(above, 'miniprogram_npm', name),
          path.join(above, name),
        ]);
    for (const place of places) {
      const found = [place, `${place}.js`, path.join(place, 'index.js')].find((file) => isFile(file));
      if (found) return found;
    }
    throw new Error(`module '${name}' is not defined, required in ${path.relative(folder, from) || '.'}`);
  }

  return (file) => load(path.join(folder, file));
}

/** @param {string} from @param {string} top */
function foldersAbove(from, top) {
  const folders = [from];
  while (folders[folders.length - 1] !== top && folders[folders.length - 1].startsWith(top)) {
    folders.push(path.dirname(folders[folders.length - 1]));
  }
  return folders;
}

/** @param {string} file */
function isFile(file) {
  return existsSync(file) && statSync(file).isFile();
}
