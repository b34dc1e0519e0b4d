// @ts-check
/**
 * The platform folders and how their hosts behave, as their files say it. Hosts that have no platform folder yet, which
 * only the universal entry serves, stand in `lab/emulators/further/` in the same form.
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
 *   global?: string,
 *   variants?: Record<string, Variant>,
 * }} Behaviour
 * @typedef {{
 *   name: string,
 *   file: string,
 *   entry?: string,
 *   isGiven: boolean,
 *   global?: string,
 *   title: string,
 *   behaviour?: Behaviour,
 * }} Place `entry`: its bundles in dist, none for a further host; `global`: how a bundle finds the host, if by a name
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const FURTHER = 'lab/emulators/further';

/** Every platform folder in the order of names, then every further host. @param {string} root @returns {Place[]} */
export function readPlaces(root) {
  const folders = namesIn(root, 'platforms', (entry) => entry.isDirectory());
  const further = namesIn(root, FURTHER, (entry) => entry.name.endsWith('.json'));
  return [
    ...folders.map((name) => readFolder(root, name)),
    ...further.map((name) => readFurther(root, path.basename(name, '.json'))),
  ];
}

/** @param {string} root @param {string} folder @param {(entry: import('node:fs').Dirent) => boolean} isWanted */
function namesIn(root, folder, isWanted) {
  const place = path.join(root, folder);
  if (!existsSync(place)) return [];
  const entries = readdirSync(place, { withFileTypes: true }).filter(isWanted);
  return entries.map((entry) => entry.name).sort();
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

/** @param {string} root @param {string} name @returns {Place} */
function readFurther(root, name) {
  const file = `${FURTHER}/${name}.json`;
  const behaviour = readJson(root, file);
  return { name, file, isGiven: false, global: behaviour.global, title: name, behaviour };
}

/** @param {string} root @param {string} file */
function readJson(root, file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${/** @type {Error} */ (error).message}`);
  }
}
