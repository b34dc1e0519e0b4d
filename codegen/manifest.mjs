// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseJson } from './json.mjs';
import { findManifestMistakes } from './manifest-rules.mjs';
import { CodegenError, throwIfAny } from './problems.mjs';

/**
 * What `platforms/<name>/platform.json` says. Each key answers one question; platforms/README.md asks them.
 *
 * @typedef {object} Manifest
 * @property {{ en: string, zh: string }} title
 * @property {string} [for]
 * @property {{ en: string, zh: string }} [also]
 * @property {'documentation' | 'third parties' | 'browser' | 'device'} [evidence]
 * @property {string} [entry]
 * @property {'given' | { global: string } | { adapter: string, globals: string[] }} host
 * @property {string} [typings]
 * @property {Record<string, string>} [types]
 * @property {{ version: string, why: string }} [floor]
 * @property {'tasks' | 'single' | 'either'} sockets
 * @property {'raw' | 'base64'} bytes
 * @property {Record<string, string>} [names]
 * @property {string[]} [lacks]
 *
 * @typedef {object} Platform
 * @property {string} name of the folder
 * @property {string} entry the name of its bundles; `index` is the package itself
 * @property {boolean} isGiven whether the host is handed over at run time
 * @property {string} [global] the host's global object
 * @property {string} [adapter] the module that stands for the host, relative to the root
 * @property {string[]} globals what its bundles may use besides the language
 * @property {Record<string, boolean>} traits what the core may ask for
 * @property {Manifest} manifest
 * @property {string} file of the manifest, relative to the root
 * @property {string[]} overlays the folder's `*.d.ts`, relative to the root
 * @property {(keys: string[]) => import('./problems.mjs').Place} placeOf where the manifest says something
 */

/**
 * Reads every platform folder, the universal one included, in the order of their names.
 *
 * @param {string} root
 * @returns {Platform[]}
 */
export function readPlatforms(root) {
  const folders = readdirSync(path.join(root, 'platforms'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const platforms = folders.map((name) => readPlatform(root, name));
  /** @type {Map<string, Platform>} */
  const byEntry = new Map();
  for (const platform of platforms) {
    const other = byEntry.get(platform.entry);
    if (other) {
      const message = `the entry "${platform.entry}" is taken by ${other.file}: give this platform another "entry".`;
      throw new CodegenError([{ place: platform.placeOf(['entry']), message }]);
    }
    byEntry.set(platform.entry, platform);
  }
  return platforms;
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Platform}
 */
function readPlatform(root, name) {
  const folder = `platforms/${name}`;
  const file = `${folder}/platform.json`;
  if (!existsSync(path.join(root, file))) {
    const message = 'this file is missing: a platform folder holds a platform.json. Write it or remove the folder.';
    throw new CodegenError([{ place: { file, line: 1, column: 1 }, message }]);
  }
  const { value, placeOf } = parseJson(file, readFileSync(path.join(root, file), 'utf8'));
  const mistakes = findManifestMistakes(path.join(root, folder), value);
  throwIfAny(mistakes.map(({ keys, message }) => ({ place: placeOf(keys), message })));
  const manifest = /** @type {Manifest} */ (value);
  const overlays = readdirSync(path.join(root, folder))
    .filter((overlay) => overlay.endsWith('.d.ts'))
    .sort()
    .map((overlay) => `${folder}/${overlay}`);
  const traits = traitsOf(manifest);
  return {
    name,
    entry: manifest.entry ?? name,
    ...hostOf(folder, manifest),
    traits,
    manifest,
    file,
    overlays,
    placeOf,
  };
}

/**
 * @param {string} folder
 * @param {Manifest} manifest
 */
function hostOf(folder, { host }) {
  if (host === 'given') return { isGiven: true, globals: [] };
  if ('global' in host) return { isGiven: false, global: host.global, globals: [host.global] };
  return { isGiven: false, adapter: path.posix.join(folder, host.adapter), globals: host.globals };
}

/**
 * The traits of core/port.ts, each with the key that decides it.
 *
 * @param {Manifest} manifest
 * @returns {Record<string, boolean>}
 */
function traitsOf({ host, sockets, bytes }) {
  return {
    givenHost: host === 'given',
    adapter: typeof host === 'object' && 'adapter' in host,
    socketTasks: sockets !== 'single',
    singleSocket: sockets !== 'tasks',
    base64: bytes === 'base64',
  };
}
