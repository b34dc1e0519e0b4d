// @ts-check
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { END, fillMarks, START, toMarkdown, toText } from '../../engines/report.mjs';

const table = toMarkdown(
  ['dist/wechat.js', 'dist/wechat.min.js'],
  [{ engine: 'JSC 1', standsFor: 'iOS', cells: new Map([['dist/wechat.js', '20']]) }],
);

/** @param {string} text */
function page(text) {
  const folder = mkdtempSync(join(tmpdir(), 'mde-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'page.md');
  writeFileSync(file, text);
  return file;
}

test('a table has a row for each engine and says where nothing ran', () => {
  expect(table.split('\n')).toEqual([
    '| Engine | stands for | `wechat.js` | `wechat.min.js` |',
    '| --- | --- | --- | --- |',
    '| JSC 1 | iOS | 20 | – |',
  ]);
});

test('in a terminal its columns are in line', () => {
  expect(toText(table).split('\n')).toEqual([
    'Engine  stands for  `wechat.js`  `wechat.min.js`',
    'JSC 1   iOS         20           –',
  ]);
});

test('it replaces what is between the marks, and only that', () => {
  const file = page(`before\n${START}\nold\n${END}\nafter\n`);
  expect(fillMarks(file, 'new')).toBe(true);
  expect(fillMarks(file, 'newer')).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(`before\n${START}\n\nnewer\n\n${END}\nafter\n`);
});

test('a page without marks stays as it is', () => {
  const file = page('no marks');
  expect(fillMarks(file, 'new')).toBe(false);
  expect(fillMarks(`${file}.missing`, 'new')).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe('no marks');
});
