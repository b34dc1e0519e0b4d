// @ts-check
/** Brings in what this command needs, and says in a sentence what could not be had. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/examples/library.mjs';
import { ExampleError, npm } from '../../scripts/examples/npm.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The browser, and letters for Chinese. */
const DEBIAN = ['chromium', 'fonts-wqy-microhei'];

/** Installs the packages of a folder's lock file unless they are there. @param {string} where @param {string} what */
async function installPackages(where, what) {
  const wanted = packagesOf(join(where, 'package-lock.json'));
  const present = packagesOf(join(where, 'node_modules/.package-lock.json'));
  const isThere = Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || present[name]?.version === version,
  );
  if (isThere) return;
  console.log(`Installing ${what}: npm ci`);
  await npm(['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: where, what: `installing ${what}` });
}

export async function installTools() {
  await installPackages(folder, 'what the consumers are tested with');
  await installPackages(join(root, 'examples/server'), 'the server of the examples');
}

/** @returns {string} the path of Chromium */
export function installChromium() {
  const found = findCommand('chromium') ?? findCommand('chromium-browser');
  if (found) return found;
  if (!findCommand('apt-get') || process.getuid?.() !== 0) {
    throw new ExampleError(
      `Chromium is not there, and cannot be installed without Debian's apt-get and root: install it.`,
    );
  }
  console.log('Installing Chromium: apt-get');
  if (!apt('install', '-y', '--no-install-recommends', ...DEBIAN)) {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...DEBIAN);
  }
  const installed = findCommand('chromium');
  if (!installed) throw new ExampleError('apt-get could not install Chromium: see above.');
  return installed;
}

/** @param {string[]} args */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/** @param {string} command @returns {string | undefined} its path */
function findCommand(command) {
  const places = (process.env.PATH ?? '').split(delimiter).map((place) => join(place, command));
  return places.find((place) => existsSync(place));
}

/** @param {string} file @returns {Record<string, any>} packages by path */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}
