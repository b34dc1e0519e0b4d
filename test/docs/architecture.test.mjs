// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from './markdown.mjs';
import { root } from './readmes.mjs';

const read = (/** @type {string} */ name) => readFileSync(path.join(root, name), 'utf8');
const english = readPage(read('docs/architecture.md'));
const chinese = readPage(read('docs/architecture.zh-CN.md'));

/** Code of the page that says from which file it is. */
const quotes = english.fences.flatMap(({ code }) => {
  const [, file, text] = /^\/\/ (\S+)\n([\s\S]*)$/.exec(code) ?? [];
  return file ? [{ file, text }] : [];
});

describe('the plan of the house', () => {
  test('says the same in both languages', () => {
    expect(chinese.headings.map(({ level }) => level)).toEqual(english.headings.map(({ level }) => level));
    expect([...new Set(chinese.spans)].sort()).toEqual([...new Set(english.spans)].sort());
    const code = (/** @type {typeof english} */ page) => page.fences.filter(({ language }) => language !== 'text');
    expect(code(chinese)).toEqual(code(english));
  });

  test('follows one line through four files', () => {
    expect(quotes.map(({ file }) => file)).toHaveLength(4);
  });

  test.each(quotes)('the line is in $file as it is shown', ({ file, text }) => {
    expect(read(file)).toContain(text);
  });

  test('every path that it names is there', () => {
    const named = english.spans.filter((span) => /^(core|lab|test|platforms|codegen)\/[\w./-]*$/.test(span));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });
});
