// @ts-check
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const one = { version: '1.0.0', integrity: 'sha512-one' };

/**
 * Runs the set-up of a project with these locks, where npm only notes what it was asked for.
 *
 * @param {Record<string, object>} locked
 * @param {Record<string, object> | undefined} installed
 * @param {number} [npmStatus]
 */
function setUp(locked, installed, npmStatus = 0) {
  const root = mkdtempSync(path.join(tmpdir(), 'mde-setup-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(path.resolve(import.meta.dirname, '../../scripts/setup.mjs'), path.join(root, 'scripts/setup.mjs'));
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...locked } }));
  if (installed) {
    mkdirSync(path.join(root, 'node_modules'));
    writeFileSync(path.join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  const npm = path.join(root, 'bin/npm');
  mkdirSync(path.dirname(npm));
  writeFileSync(npm, `#!/bin/sh\necho "$@" > "${root}/asked"\nexit ${npmStatus}\n`);
  chmodSync(npm, 0o755);
  const env = { ...process.env, PATH: `${path.dirname(npm)}${path.delimiter}${process.env.PATH}` };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/setup.mjs'], { cwd: root, env, encoding: 'utf8' });
  const asked = path.join(root, 'asked');
  return { asked: existsSync(asked) ? readFileSync(asked, 'utf8').trim() : null, status, stderr };
}

test.runIf(process.platform !== 'win32').each([
  ['nothing installed', { 'node_modules/a': one }, undefined],
  ['a package missing', { 'node_modules/a': one, 'node_modules/b': one }, { 'node_modules/a': one }],
  ['another version', { 'node_modules/a': one }, { 'node_modules/a': { ...one, version: '1.0.1' } }],
  ['another content', { 'node_modules/a': one }, { 'node_modules/a': { ...one, integrity: 'sha512-two' } }],
  ['a package too many', {}, { 'node_modules/a': one }],
])('%s: npm ci', (_, locked, installed) => {
  expect(setUp(locked, installed)).toMatchObject({ asked: 'ci', status: 0 });
});

test('in step: nothing to do', () => {
  expect(setUp({ 'node_modules/a': one }, { 'node_modules/a': one })).toMatchObject({ asked: null, status: 0 });
});

test('an optional package of another machine may be missing', () => {
  const locked = { 'node_modules/a': one, 'node_modules/b': { ...one, optional: true } };
  expect(setUp(locked, { 'node_modules/a': one })).toMatchObject({ asked: null, status: 0 });
});

test.runIf(process.platform !== 'win32')('a failed npm ci fails the set-up', () => {
  const { status, stderr } = setUp({ 'node_modules/a': one }, undefined, 1);
  expect(status).toBe(1);
  expect(stderr).toContain('npm ci failed');
});
