// @ts-check
/** Brings in the engines that are not there yet, and says why where it cannot. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Names of the package in Debian's releases, oldest first. */
const JSC_PACKAGES = ['libjavascriptcoregtk-4.0-bin', 'libjavascriptcoregtk-4.1-bin', 'libjavascriptcoregtk-6.0-bin'];

/** @param {string} command @returns {string | undefined} its path */
export function findCommand(command) {
  const places = (process.env.PATH ?? '').split(delimiter).map((place) => join(place, command));
  return places.find((place) => existsSync(place));
}

/** Installs the packages of lab/engines/package-lock.json unless they are there. */
export function installPackages() {
  const locked = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  const hasNote = Object.keys(installed).length > 0;
  const names = Object.keys(locked).filter((name) => name !== '');
  // Those for other machines are optional and stay away.
  const isThere = (/** @type {string} */ name) =>
    installed[name] ? installed[name].version === locked[name].version : hasNote && locked[name].optional;
  if (names.every(isThere)) return;
  console.log('Installing the engines of lab/engines/package.json: npm ci');
  const { status } = spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) console.error('npm ci failed in lab/engines/: see above, and run it again when the cause is gone.');
}

/** Installs Debian's `jsc` unless there is one. */
export function installJsc() {
  if (findCommand('jsc') || !findCommand('apt-get') || process.getuid?.() !== 0) return;
  console.log(`Installing ${JSC_PACKAGES[0]}: apt-get`);
  if (aptInstalls()) return;
  apt('update');
  if (!aptInstalls()) console.error('apt-get could not install jsc: see above.');
}

function aptInstalls() {
  return JSC_PACKAGES.some((name) => apt('install', '-y', '--no-install-recommends', name));
}

/** @param {string[]} args */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/** @param {string} file @returns {Record<string, any>} packages by path */
function packagesOf(file) {
  return existsSync(join(folder, file)) ? JSON.parse(readFileSync(join(folder, file), 'utf8')).packages : {};
}
