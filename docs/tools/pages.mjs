// @ts-check
/** The pages of the site as they are written, read for the checks. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPage } from '../../test/docs/markdown.mjs';

export const docs = fileURLToPath(new URL('..', import.meta.url));

/** Made, not written: see api.mjs. */
const MADE = 'reference/api.md';

const TAKEN =
  /^<<< (\S+?)(?:#[\w-]+)?(?:\{[^}]*\})?(?: \[.*\])?$|^<!--@include: (\S+?)(?:#[\w-]+)?(?:\{[^}]*\})?-->$/gm;
const ANCHOR = /\{#([\w-]+)\}/g;
const HASH = /^of: (\w+)$/m;

/** @param {string} language */
export const pagesOf = (language) =>
  readdirSync(resolve(docs, language), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.md') && file !== MADE)
    .sort();

/** @param {string} language @param {string} file */
export const pathOf = (language, file) => resolve(docs, language, file);

/**
 * @param {string} language
 * @param {string} file
 */
export function readSitePage(language, file) {
  const path = pathOf(language, file);
  if (!existsSync(path)) throw new Error(`docs/${language}/${file} is missing: each page is there in both languages`);
  const text = readFileSync(path, 'utf8');
  const taken = [...text.matchAll(TAKEN)];
  return {
    ...readPage(text),
    text,
    taken: taken.map(([line]) => line),
    files: taken.map(([, code, page]) =>
      resolve((code ?? page).startsWith('@/') ? docs : dirname(path), (code ?? page).replace('@/', '')),
    ),
    anchors: [...text.matchAll(ANCHOR)].map(([, id]) => id),
    // The pages' own front matter links too, on the two home pages.
    places: [...text.matchAll(/\]\(([^)]+)\)|\blink: (\S+?)[ }]*$/gm)].map(([, inline, front]) => inline ?? front),
    of: text.match(HASH)?.[1],
  };
}

/** What a Chinese page says of the English text that it was last read against. @param {string} file */
export function hashOfEnglish(file) {
  const text = readFileSync(pathOf('en', file), 'utf8');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
