// @ts-check
/**
 * Pages written by hand, but for what a program measured: that stands between two marks of its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * @param {string} page by its path from the root
 * @param {string} name of the marks: `<!-- name:start -->` and `<!-- name:end -->`
 * @param {string} content
 */
export function keepOnPage(page, name, content) {
  const file = path.join(root, page);
  writeFileSync(file, fill(page, readFileSync(file, 'utf8'), name, content));
  console.log(`Kept in ${page}.`);
}

/**
 * @param {string} page its name, for the message
 * @param {string} text
 * @param {string} name
 * @param {string} content
 */
export function fill(page, text, name, content) {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`${page} lacks the marks of these figures: add a line ${start} and below it a line ${end}`);
  }
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/**
 * A Markdown table.
 *
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 * @param {'---' | '---:'} [others] how all columns but the first are aligned, left by default
 */
export function table(head, rows, others = '---') {
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : others))), ...rows.map(line)].join('\n');
}
