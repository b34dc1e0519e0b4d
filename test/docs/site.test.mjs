// @ts-check
/** The site as it is written: two languages that say the same, code that is right, links that lead somewhere. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sidebar } from '../../docs/.vitepress/sidebar.mjs';
import { tokenize } from '../../docs/.vitepress/tokenize.mjs';
import { apiPage, missing } from '../../docs/tools/api.mjs';
import { docs, hashOfEnglish, pagesOf, readSitePage } from '../../docs/tools/pages.mjs';
import { readPage } from './markdown.mjs';
import { withoutComments } from './samples.mjs';
import { complaintsOfSnippets } from './snippets.mjs';

const english = pagesOf('en');
const shared = english.filter((file) => pagesOf('zh').includes(file));

test('every page is in the sidebar', () => {
  /** @type {(items: any[]) => string[]} */
  const linksOf = (items) => items.flatMap(({ items: inner, link }) => (inner ? linksOf(inner) : [link]));
  for (const language of /** @type {const} */ (['en', 'zh'])) {
    const pages = pagesOf(language).filter((file) => file !== 'index.md');
    const links = pages.map((file) => `/${language}/${file.slice(0, -3).replace(/index$/, '')}`);
    expect(linksOf(sidebar(language)).sort()).toEqual([...links, `/${language}/reference/api`].sort());
  }
});

test('both languages have the same pages', () => {
  expect(pagesOf('zh')).toEqual(english);
  expect(english.length).toBeGreaterThan(25);
});

describe.each(shared)('%s', (file) => {
  const en = readSitePage('en', file);
  const zh = readSitePage('zh', file);

  test('has the same sections under the same anchors', () => {
    expect(zh.headings.map(({ level }) => level)).toEqual(en.headings.map(({ level }) => level));
    expect(zh.anchors).toEqual(en.anchors);
    // A heading without an anchor of its own gets another in each language, and a link to it breaks in one.
    const sections = en.headings.filter(({ level }) => level > 1);
    expect(sections.filter(({ text }) => !/\{#[\w-]+\}$/.test(text))).toEqual([]);
  });

  test('shows the same code', () => {
    const code = (/** @type {import('./markdown.mjs').Page} */ { fences }) =>
      fences.map(({ language, code: text }) => (language === 'js' ? withoutComments(text) : text));
    expect(code(zh)).toEqual(code(en));
    expect(zh.taken.map((line) => line.replace('.zh-CN.md', '.md'))).toEqual(en.taken);
    expect(en.files.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('has the same tables', () => {
    const sizes = (/** @type {import('./markdown.mjs').Page} */ { tables }) =>
      tables.map((rows) => rows.map((row) => row.length));
    expect(sizes(zh)).toEqual(sizes(en));
  });

  test('links to the same places, each in its own language', () => {
    const neutral = (/** @type {string[]} */ places) =>
      places.map((place) => place.replace(/^\/(en|zh)\//, '/')).sort();
    expect(neutral(zh.places)).toEqual(neutral(en.places));
    expect(en.places.filter((place) => place.startsWith('/zh/'))).toEqual([]);
    expect(zh.places.filter((place) => place.startsWith('/en/'))).toEqual([]);
  });

  test('has links that lead somewhere', () => {
    const lost = [...en.places, ...zh.places].filter((place) => !leadsSomewhere(place, en.anchors));
    expect(lost).toEqual([]);
  });

  test('was read in Chinese against the English text of today: else read it, then npm run docs:in-step -- <page>', () => {
    expect(zh.of).toBe(hashOfEnglish(file));
  });
});

describe('the code', () => {
  test('is correct by the typings', () => {
    expect(complaintsOfSnippets()).toEqual([]);
  });

  test('would be refused with a misspelt option', () => {
    const misspell = (/** @type {string} */ text) => text.replace('shouldReconnect:', 'shouldReConnect:');
    expect(complaintsOfSnippets({ files: ['final-close.js'], change: misspell })).toHaveLength(1);
  });
});

describe('the API page', () => {
  const [en, zh] = ['en', 'zh'].map((language) => apiPage(/** @type {'en' | 'zh'} */ (language)));

  test('has the same anchors, types and tables in both languages', () => {
    const anchors = (/** @type {string} */ text) => [...text.matchAll(/\{#([\w-]+)\}$/gm)].map(([, id]) => id);
    expect(anchors(zh)).toEqual(anchors(en));
    expect(anchors(en)).toContain('option-pingtimeout');
    expect(new Set(anchors(en)).size).toBe(anchors(en).length);
    expect(readPage(zh).fences).toEqual(readPage(en).fences);
    expect(readPage(zh).tables.map((rows) => rows.length)).toEqual(readPage(en).tables.map((rows) => rows.length));
  });

  test('has Chinese words for all it shows: else add them to the Chinese README or docs/tools/api.zh.mjs', () => {
    expect([...missing]).toEqual([]);
  });
});

test('a search cuts Chinese into pairs and leaves the hosts’ words whole', () => {
  expect(tokenize('心跳超时')).toEqual(['心跳', '跳超', '超时']);
  expect(tokenize('SocketTask.readyState 断')).toEqual(['sockettask', 'readystate', '断']);
});

/** @param {string} place @param {string[]} own anchors of the page itself */
function leadsSomewhere(place, own) {
  if (/^https?:/.test(place)) return true;
  const [path, anchor] = place.split('#');
  if (path === '') return own.includes(anchor);
  const [, language, page] = path.match(/^\/(en|zh)\/(.*)$/) ?? [];
  if (!page && page !== '') return false;
  const file = page === '' || page.endsWith('/') ? `${page}index.md` : `${page.replace(/\.html$/, '')}.md`;
  if (file === 'reference/api.md') return !anchor || apiPage('en').includes(`{#${anchor}}`);
  if (!existsSync(`${docs}${language}/${file}`)) return false;
  return !anchor || readSitePage(language, file).anchors.includes(anchor);
}
