// @ts-check
/**
 * Says which Chinese pages were written against another English text, or notes that they have been read again.
 *
 *   npm run docs:in-step                         list them
 *   npm run docs:in-step -- guide/token.md …     these have been read against the English page of today
 *   npm run docs:in-step -- --all
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { hashOfEnglish, pagesOf, pathOf, readSitePage } from './pages.mjs';

const stale = pagesOf('en').filter((file) => readSitePage('zh', file).of !== hashOfEnglish(file));
const args = process.argv.slice(2);
const unknown = args.filter((name) => name !== '--all' && !pagesOf('en').includes(name));
if (unknown.length > 0) {
  console.error(`No such page in docs/en: ${unknown.join(', ')}. Pages are named as in: ${pagesOf('en')[1]}`);
  process.exit(1);
}
for (const file of args.includes('--all') ? stale : args) note(file);
if (args.length === 0) {
  const list = stale.map((file) => `  docs/zh/${file}`).join('\n');
  console.log(stale.length === 0 ? 'Every Chinese page is in step.' : `Read these against the English page:\n${list}`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}

/** @param {string} file */
function note(file) {
  const path = pathOf('zh', file);
  const text = readFileSync(path, 'utf8');
  const line = `of: ${hashOfEnglish(file)}`;
  const hasFrontMatter = text.startsWith('---\n');
  const isNoted = hasFrontMatter && /^of: \w+$/m.test(text);
  const noted = isNoted
    ? text.replace(/^of: \w+$/m, line)
    : hasFrontMatter
      ? text.replace('---\n', `---\n${line}\n`)
      : `---\n${line}\n---\n\n${text}`;
  writeFileSync(path, noted);
  console.log(`docs/zh/${file}`);
}
