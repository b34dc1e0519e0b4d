// @ts-check
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { anchor, codeSpans } from './markdown.mjs';
import { chinese, english, root, samplesOf } from './readmes.mjs';
import { forUniTarget, withoutComments } from './samples.mjs';

describe('the two languages', () => {
  test('have the same sections', () => {
    expect(chinese.headings.map(({ level }) => level)).toEqual(english.headings.map(({ level }) => level));
  });

  test('have the same tables, cell by cell in everything that is code', () => {
    const code = (/** @type {string[][][]} */ tables) =>
      tables.map((rows) => rows.map((row) => row.map((cell) => codeSpans(cell).sort())));
    expect(english.tables.length).toBeGreaterThan(5);
    expect(code(chinese.tables)).toEqual(code(english.tables));
  });

  test('show the same code', () => {
    expect(samplesOf(english).length).toBeGreaterThan(5);
    expect(samplesOf(chinese).map(withoutComments)).toEqual(samplesOf(english).map(withoutComments));
  });

  test('link to the same places', () => {
    const files = (/** @type {string[]} */ links) => links.filter((link) => !/^#|README/.test(link));
    const inEnglish = files(chinese.links).map((link) => link.replace(/^docs\/zh\//, 'docs/en/').replace('.zh-CN', ''));
    expect(inEnglish).toEqual(files(english.links));
  });

  test('name the same things in running text', () => {
    expect([...new Set(chinese.spans)].sort()).toEqual([...new Set(english.spans)].sort());
  });
});

describe.each([
  ['README.md', english],
  ['README.zh-CN.md', chinese],
])('%s', (_, page) => {
  test('every link leads somewhere', () => {
    const anchors = page.headings.map(({ text }) => `#${anchor(text)}`);
    const lost = page.links.filter((link) =>
      link.startsWith('#') ? !anchors.includes(link) : !existsSync(resolve(root, link)),
    );
    expect(lost).toEqual([]);
  });

  test('every file of dist that it names exists', () => {
    const named = page.spans.filter((span) => /^dist\/.+\.js$/.test(span));
    expect(named).toHaveLength(4);
    expect(named.filter((name) => !existsSync(resolve(root, name)))).toEqual([]);
  });

  test('every sample parses, for each of uni-app’s targets', () => {
    for (const code of samplesOf(page)) {
      for (const target of ['MP-WEIXIN', 'MP-ALIPAY', 'MP-BAIDU', 'H5']) {
        parse(forUniTarget(code, target), { ecmaVersion: 'latest', sourceType: 'module' });
      }
    }
  });
});
