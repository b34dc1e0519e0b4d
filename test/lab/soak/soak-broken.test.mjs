// @ts-check
/** A soak of bundles that lose messages and call it a success is found broken. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ENTRIES } from '../../../lab/faults/entries.mjs';

const PARTS = [
  'dist',
  'lab/behaviour',
  'lab/emulators',
  'lab/faults',
  'lab/soak',
  'lab/subjects.mjs',
  'platforms',
  'scripts',
];
const FLUSH = /function flush\(outbox\) \{\n.*\n\}/;
const THROWN_AWAY = `function flush(outbox) {
  outbox.queue.splice(0).forEach(function (message) { finish(message, 'success', {}); });
}`;

/** @type {string} */
let copy;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'mde-soak-'));
  for (const part of PARTS) cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
});
afterEach(() => rmSync(copy, { recursive: true }));

it('a core that throws its queue away', () => {
  for (const entry of ENTRIES) {
    const file = join(copy, `dist/${entry}.js`);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(FLUSH);
    writeFileSync(file, text.replace(FLUSH, THROWN_AWAY));
  }
  const args = ['lab/soak/index.mjs', '--tasks', '300', '--seconds', '3', '--seed', '3'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  expect(stderr).toMatch(/^broken: success was called for [1-9]\d* messages that were not handed to the host$/m);
  expect(status).toBe(1);
}, 40_000);
