// @ts-check
/** What a release would send, and what it says of it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences, sizesAt, sizesIn } from '../../scripts/release/changes.mjs';
import { packForPublishing } from '../../scripts/release/pack.mjs';

const root = path.resolve(import.meta.dirname, '../..');
let folder = '';
/** @type {import('../../scripts/release/pack.mjs').Packed} */
let packed;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mde-release-test-'));
  packed = packForPublishing(folder);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is published has nothing in package.json that only developers need', () => {
  const text = execFileSync('tar', ['-xzOf', packed.tarball, 'package/package.json'], { encoding: 'utf8' });
  const published = JSON.parse(text);
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(
    Object.keys(own)
      .filter((field) => !(field in published))
      .sort(),
  ).toEqual(['budgets', 'devDependencies', 'devEngines', 'scripts']);
  for (const field of Object.keys(published)) expect([field, published[field]]).toEqual([field, own[field]]);
});

test('it has the files that npm would pack, byte for byte but for package.json', () => {
  const whole = path.join(folder, 'whole');
  const list = (/** @type {string} */ tarball) =>
    execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n').sort();
  const [name] = execFileSync('ls', [whole], { encoding: 'utf8' }).trim().split('\n');
  expect(list(packed.tarball)).toEqual(list(path.join(whole, name)));
  expect(readFileSync(path.join(packed.content, 'dist/wechat.js'))).toEqual(
    readFileSync(path.join(root, 'dist/wechat.js')),
  );
});

test('files that came, went and grew are told apart', () => {
  const before = new Map([
    ['dist/a.js', 10],
    ['dist/b.js', 20],
    ['dist/c.js', 30],
    ['core/x.ts', 1],
  ]);
  const after = new Map([
    ['dist/a.js', 10],
    ['dist/b.js', 25],
    ['dist/d.js', 40],
    ['README.md', 5],
  ]);
  expect(differences(before, after)).toEqual(['- dist/c.js', '~ dist/b.js (20 to 25 bytes)', '+ dist/d.js (40 bytes)']);
});

test('sizes at a commit are those of its files', () => {
  const here = sizesIn(packed.content);
  const there = sizesAt('HEAD');
  expect(there.get('LICENSE')).toBe(here.get('LICENSE'));
  expect([...there.keys()].filter((file) => file.startsWith('dist/')).length).toBeGreaterThan(20);
});

test('an argument that it does not know is refused before anything is done', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/release.mjs', '--dryrun'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([2, 'Unknown argument --dryrun. It takes --dry-run or nothing.\n']);
});
