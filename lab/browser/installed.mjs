// @ts-check
/** Brings in what drives the browser, and Debian's Chromium, where they are not there yet. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCommand } from '../engines/installed.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** @returns {any} playwright-core */
export function installDriver() {
  if (!existsSync(join(folder, 'node_modules/playwright-core'))) {
    console.log('Installing the package of lab/browser/package.json: npm ci');
    run('npm', ['ci'], folder);
  }
  return createRequire(import.meta.url)('playwright-core');
}

/** @returns {string} its path */
export function installChromium() {
  if (!findCommand('chromium')) {
    console.log('Installing chromium: apt-get');
    run('apt-get', ['-qq', 'update']);
    run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium']);
  }
  const found = findCommand('chromium');
  if (!found) throw new Error('There is no chromium: install it, so that the command is found, and run this again.');
  return found;
}

/** @param {string} command @param {string[]} args @param {string} [cwd] */
function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) console.error(`${command} ${args.join(' ')} failed: see above.`);
}
