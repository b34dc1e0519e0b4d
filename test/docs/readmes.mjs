// @ts-check
/** The two READMEs, read. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPage } from './markdown.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} name */
const read = (name) => readPage(readFileSync(resolve(root, name), 'utf8'));

export const english = read('README.md');
export const chinese = read('README.zh-CN.md');

/** @param {import('./markdown.mjs').Page} page */
export const samplesOf = (page) => page.fences.filter(({ language }) => language === 'js').map(({ code }) => code);

/**
 * The rows of the English table that begins with this cell, its header left out.
 *
 * @param {string} firstCell
 */
export function rowsOf(firstCell) {
  const found = english.tables.find((rows) => rows[1][0] === firstCell);
  if (!found) throw new Error(`no table whose first row begins with ${firstCell}`);
  return found.slice(1);
}
