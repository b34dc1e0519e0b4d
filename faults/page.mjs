// @ts-check
/**
 * Puts what a program measured into a page that is otherwise written by hand, between two marks of its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGE = 'docs/reliability.md';

/** @param {string} name of the marks: `<!-- name:start -->` and `<!-- name:end -->` @param {string} content */
export function keepOnPage(name, content) {
  const file = fileURLToPath(new URL(`../${PAGE}`, import.meta.url));
  writeFileSync(file, fill(readFileSync(file, 'utf8'), name, content));
  console.log(`Kept in ${PAGE}.`);
}

/** @param {string} text @param {string} name @param {string} content */
export function fill(text, name, content) {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`${PAGE} lacks the marks of these figures: add a line ${start} and below it a line ${end}`);
  }
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}
