// @ts-check
/** A copy of an example, with the library in it as its readers would put it there, and what it builds installed. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLES } from './catalogue.mjs';
import { root } from './library.mjs';
import { ExampleError, npm } from './npm.mjs';

/** The server's address as it stands in the examples. */
export const ADDRESS = 'ws://127.0.0.1:8080';

/**
 * @param {string} name
 * @param {{ work: string, library: import('./library.mjs').Library, server?: string }} how
 * @returns {Promise<string>} the folder of the copy
 */
export async function prepare(name, { work, library, server = ADDRESS }) {
  const folder = path.join(work, name);
  mkdirSync(folder, { recursive: true });
  // What was installed before stays, for the next time.
  for (const file of readdirSync(folder)) {
    if (file !== 'node_modules') rmSync(path.join(folder, file), { recursive: true });
  }
  cpSync(path.join(root, 'examples', name), folder, {
    recursive: true,
    filter: (file) => !/[\\/](node_modules|dist|miniprogram_npm|README[\w.-]*)$/.test(file),
  });
  if (server !== ADDRESS) setServer(folder, server);
  for (const [from, to] of Object.entries(EXAMPLES[name].copies ?? {})) copy(library, from, path.join(folder, to));
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"mde-websocket"'))
    await install(name, folder, library);
  return folder;
}

/** @param {import('./library.mjs').Library} library @param {string} from @param {string} to */
function copy({ folder }, from, to) {
  const file = path.join(folder, 'dist', from);
  if (!existsSync(file)) throw new ExampleError(`The package has no dist/${from}: run npm run build first.`);
  cpSync(file, to);
}

/** @param {string} folder @param {string} server */
function setServer(folder, server) {
  let isFound = false;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || !file.endsWith('.js') || /[\\/]node_modules[\\/]/.test(file)) continue;
    const text = readFileSync(file, 'utf8');
    if (!text.includes(ADDRESS)) continue;
    isFound = true;
    writeFileSync(file, text.replaceAll(ADDRESS, server));
  }
  if (!isFound) throw new ExampleError(`No file of ${folder} names ${ADDRESS}, so the server cannot be set.`);
}

/**
 * The lock file knows every package but the library, which is put in from the tarball. Not `npm ci`: it refuses Taro,
 * whose binaries for other systems are not all published.
 *
 * @param {string} name @param {string} folder @param {import('./library.mjs').Library} library
 */
async function install(name, folder, { tarball }) {
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const { 'mde-websocket': _ours, ...others } = manifest.dependencies;
  rmSync(path.join(folder, 'node_modules/mde-websocket'), { recursive: true, force: true });
  writeFileSync(file, JSON.stringify({ ...manifest, dependencies: others }));
  await npm(['install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', tarball], {
    cwd: folder,
    what: `installing the packages of ${name}`,
  });
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * Builds one target, if it is one that is built.
 *
 * @param {string} name @param {string} target @param {string} folder @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} what the tool said
 */
export async function build(name, target, folder, env) {
  const { script } = EXAMPLES[name].targets[target];
  if (!script) return '';
  return npm(['run', '--silent', script], { cwd: folder, env, what: `building ${name} for ${target}` });
}
