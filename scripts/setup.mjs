// @ts-check
/**
 * Installs the development dependencies when they are missing or not those of package-lock.json; quick otherwise.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** What npm notes of an installation, in the terms of package-lock.json. */
const INSTALLED = 'node_modules/.package-lock.json';

if (!isInStep(readLock('package-lock.json'), readLock(INSTALLED))) {
  console.log('Installing the development dependencies: npm ci');
  const { status } = spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('npm ci failed: see above, and run it again when the cause is gone.');
    process.exitCode = 1;
  }
}

/**
 * @param {string} file
 * @returns {Record<string, any> | undefined} packages by path
 */
function readLock(file) {
  const whole = path.join(root, file);
  return existsSync(whole) ? JSON.parse(readFileSync(whole, 'utf8')).packages : undefined;
}

/**
 * Whether every locked package is installed in its version. Those for other machines are optional and may lack.
 *
 * @param {Record<string, any> | undefined} locked
 * @param {Record<string, any> | undefined} installed
 */
function isInStep(locked, installed) {
  if (!locked || !installed) return false;
  const names = Object.keys(locked).filter((name) => name !== '');
  const isKnown = Object.keys(installed).every((name) => name in locked);
  return isKnown && names.every((name) => isInstalled(locked[name], installed[name]));
}

/**
 * @param {any} locked
 * @param {any} installed
 */
function isInstalled(locked, installed) {
  if (!installed) return Boolean(locked.optional);
  return locked.version === installed.version && locked.integrity === installed.integrity;
}
