// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sizeBadge } from '../../codegen/derived/badge.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');

test('says its figure to those who see it and to those who do not', () => {
  const badge = sizeBadge('gzip', 5449);
  expect(badge).toMatch(/aria-label="gzip: 5\.4 kB"/);
  expect(badge).toMatch(/>5\.4 kB<\/text>/);
});

test('the one that READMEs show has the figure of the file in dist', () => {
  const size = gzipSync(read('dist/wechat.min.js'), { level: 9 }).length;
  expect(read('docs/size-badge.svg')).toBe(sizeBadge('gzip', size));
  for (const readme of ['README.md', 'README.zh-CN.md']) expect(read(readme)).toContain('(docs/size-badge.svg)');
});
