// @ts-check
/**
 * The platform folders and how their hosts behave, as their files say it.
 *
 * @typedef {{
 *   emulator?: string,
 *   words?: string,
 *   quirks?: Record<string, import('../emulators/quirks.mjs').Value>,
 *   framework?: string,
 *   on?: string,
 *   params?: Record<string, any>,
 *   source: string,
 * }} Variant what it changes of the behaviour it belongs to, or of the platform it is `on`
 * @typedef {{
 *   emulator: string,
 *   words?: string,
 *   quirks?: Record<string, import('../emulators/quirks.mjs').Value>,
 *   source: string,
 *   variants?: Record<string, Variant>,
 * }} Behaviour
 * @typedef {{
 *   name: string,
 *   file: string,
 *   entry: string,
 *   isGiven: boolean,
 *   global?: string,
 *   title: string,
 *   behaviour?: Behaviour,
 * }} Place `entry`: its bundles in dist; `global`: how a bundle finds the host, if by a name
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every platform folder, in the order of names. @param {string} root @returns {Place[]} */
export function readPlaces(root) {
  return readdirSync(path.join(root, 'platforms'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => readFolder(root, name));
}

/** Whether its manifest is right is for codegen to say. @param {string} root @param {string} name @returns {Place} */
function readFolder(root, name) {
  const { entry = name, host, title } = readJson(root, `platforms/${name}/platform.json`);
  const file = `platforms/${name}/behaviour.json`;
  return {
    name,
    file,
    entry,
    isGiven: host === 'given',
    global: host?.global,
    title: title?.en ?? name,
    behaviour: existsSync(path.join(root, file)) ? readJson(root, file) : undefined,
  };
}

/** @param {string} root @param {string} file */
function readJson(root, file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${/** @type {Error} */ (error).message}`);
  }
}
