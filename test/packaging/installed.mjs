// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');

/**
 * Packs the package and installs it into an application of its own.
 *
 * @returns {{ root: string, tarball: string, app: string }}
 */
export function installPackage() {
  const root = mkdtempSync(path.join(tmpdir(), 'mde-packaging-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', root], { cwd: repository, stdio: 'pipe' });
  const tarball = path.join(root, readdirSync(root).filter((file) => file.endsWith('.tgz'))[0]);
  const app = path.join(root, 'app');
  mkdirSync(app);
  writeFileSync(path.join(app, 'package.json'), '{ "name": "app", "private": true }\n');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', tarball], {
    cwd: app,
    stdio: 'pipe',
  });
  return { root, tarball, app };
}

/**
 * @param {string} app
 * @param {string} file
 * @param {string} text
 */
export function writeInto(app, file, text) {
  const whole = path.join(app, file);
  mkdirSync(path.dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  return whole;
}
