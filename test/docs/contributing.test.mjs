// @ts-check
/** What contributors are told, in both languages, and what the workflows run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { codeSpans, readPage } from './markdown.mjs';
import { root } from './readmes.mjs';

const read = (/** @type {string} */ file) => readFileSync(resolve(root, file), 'utf8');
const english = readPage(read('CONTRIBUTING.md'));
const chinese = readPage(read('CONTRIBUTING.zh-CN.md'));
const workflows = readdirSync(resolve(root, '.github/workflows')).map((file) => `.github/workflows/${file}`);

test('both languages have the same sections, tables, code and things named', () => {
  expect(chinese.headings.map(({ level }) => level)).toEqual(english.headings.map(({ level }) => level));
  const codeOf = (/** @type {typeof english} */ { tables }) =>
    tables.map((rows) => rows.map((row) => row.flatMap(codeSpans)));
  expect(codeOf(chinese)).toEqual(codeOf(english));
  expect(chinese.fences).toEqual(english.fences);
  expect([...new Set(chinese.spans)].sort()).toEqual([...new Set(english.spans)].sort());
});

test('every link of theirs leads to a file', () => {
  expect([...english.links, ...chinese.links].filter((link) => !existsSync(resolve(root, link)))).toEqual([]);
});

test('every script that contributors and workflows are told to run is there', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const texts = ['CONTRIBUTING.md', '.github/pull_request_template.md', ...workflows].map(read).join('\n');
  const named = [...texts.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every file that the workflows run is there', () => {
  const named = workflows
    .map(read)
    .flatMap((text) => [...text.matchAll(/\b(?:bash|node) ([\w./-]+)/g)].map(([, file]) => file));
  expect(named).toContain('.ci/run');
  expect(named.filter((file) => !/^bookworm/.test(file) && !existsSync(resolve(root, file)))).toEqual([]);
});

test('the form for bugs asks for host, versions, log and steps, and cannot be sent without them', () => {
  const form = read('.github/ISSUE_TEMPLATE/bug.yml');
  for (const id of ['host', 'versions', 'package', 'log', 'steps']) {
    const [, field] = form.split(`id: ${id}\n`);
    expect([id, field.split('- type:')[0].includes('required: true')]).toEqual([id, true]);
  }
});
