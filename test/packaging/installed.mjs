// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packForPublishing } from '../../scripts/release/pack.mjs';

/**
 * Packs the package as it is published, and installs it into an application of its own.
 *
 * @returns {{ root: string, tarball: string, app: string }}
 */
export function installPackage() {
  const root = mkdtempSync(path.join(tmpdir(), 'mde-packaging-'));
  const { tarball } = packForPublishing(root);
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
