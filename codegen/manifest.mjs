// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseJson } from './json.mjs';
import { findManifestMistakes } from './manifest-rules.mjs';
import { CodegenError, throwIfAny } from './problems.mjs';

/**
 * What `platforms/<name>/platform.json` says.
 *
 * @typedef {object} Manifest
 * @property {{ en: string, zh: string }} title name of the platform in the README and in the banner of its bundle
 * @property {string} [entry] name of the bundle, the folder's name by default; `index` is the package itself
 * @property {string} [global] the host's global object; a platform has either this or `hostExpression`
 * @property {string} [hostExpression] what stands for the host in a program that is handed one at run time
 * @property {string} [typings] npm package of the platform's official typings, or a `./file.d.ts` of the folder
 * @property {{ version: string, why: string }} [floor] oldest base library the bundle runs on
 * @property {Record<string, boolean>} traits
 * @property {Record<string, string>} [types] for a type of the port, the platform's own: any TypeScript type
 *
 * @typedef {object} Platform
 * @property {string} name of the folder
 * @property {string} entry
 * @property {string} host the expression put in the place of `host`
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
  const { value: manifest, placeOf } = parseJson(file, readFileSync(path.join(root, file), 'utf8'));
  const mistakes = findManifestMistakes(path.join(root, folder), manifest);
  throwIfAny(mistakes.map(({ keys, message }) => ({ place: placeOf(keys), message })));
  const overlays = readdirSync(path.join(root, folder))
    .filter((overlay) => overlay.endsWith('.d.ts'))
    .sort()
    .map((overlay) => `${folder}/${overlay}`);
  const host = manifest.global ?? manifest.hostExpression ?? '';
  return { name, entry: manifest.entry ?? name, host, manifest, file, overlays, placeOf };
}
