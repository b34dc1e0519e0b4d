// @ts-check
/** The built site: every link and anchor leads somewhere, and nothing is asked of elsewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../.vitepress/dist', import.meta.url));
if (!existsSync(dist)) throw new Error('docs/.vitepress/dist is missing: run npm run docs first');

const base = process.env.SITE_BASE ?? '/';
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
const texts = new Map(pages.map((page) => [page, readFileSync(join(dist, page), 'utf8')]));

test('every link and every anchor leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(50);
  const lost = [...texts].flatMap(([page, text]) =>
    [...text.matchAll(/<a [^>]*?href="([^"]+)"/g)]
      .map(([, href]) => href.replaceAll('&amp;', '&'))
      .filter((href) => !/^(https?|mailto):/.test(href) && !isThere(page, href))
      .map((href) => `${page}: ${href}`),
  );
  expect([...new Set(lost)]).toEqual([]);
});

test('no page loads anything from elsewhere', () => {
  const foreign = [...texts].flatMap(([page, text]) =>
    [...text.matchAll(/<(?:script|link|img|iframe)[^>]+(?:src|href)="((?:https?:)?\/\/[^"]+)"/g)].map(
      ([, href]) => `${page}: ${href}`,
    ),
  );
  expect(foreign).toEqual([]);
});

test('no picture of an included page is missing', () => {
  const pictures = [...texts].flatMap(([, text]) =>
    [...text.matchAll(/<img [^>]*?src="([^"]+)"/g)].map(([, source]) => source),
  );
  expect(pictures.length).toBeGreaterThan(3);
  expect(pictures.filter((source) => !existsSync(join(dist, source.replace(base, '/'))))).toEqual([]);
});

test('no mark-up is left unread', () => {
  const left = [...texts]
    .filter(([, text]) => /&lt;!--@include|&lt;&lt;&lt; @\/|<p>:::/.test(text))
    .map(([page]) => page);
  expect(left).toEqual([]);
});

/** @param {string} page @param {string} href */
function isThere(page, href) {
  const [path, id] = href.split('#');
  let target = path === '' ? page : path.startsWith(base) ? path.slice(base.length) : join(dirname(page), path);
  if (target === '' || target.endsWith('/')) target += 'index.html';
  if (!/\.\w+$/.test(target)) target += '.html';
  const text = texts.get(target);
  if (text === undefined) return existsSync(join(dist, target));
  return !id || text.includes(`id="${decodeURIComponent(id)}"`);
}
