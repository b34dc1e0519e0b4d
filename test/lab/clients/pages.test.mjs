// @ts-check
/** Each recipe has its page in both languages, which shows it and says what it was tested with. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { names } from '../../../examples/clients/build/names.mjs';
import { CASES } from '../../../lab/clients/cases.mjs';
import { pagesOf } from '../../../lab/clients/matrix/page.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');
const filesIn = (/** @type {string} */ folder, /** @type {string} */ ending) =>
  readdirSync(path.join(root, folder)).flatMap((file) =>
    file.endsWith(ending) ? [file.slice(0, -ending.length)] : [],
  );

const recipes = filesIn('examples/clients', '.mjs');
const { devDependencies: versions } = JSON.parse(read('lab/clients/package.json'));

test('each recipe is driven, has its names and its pages, and no page is without a recipe', () => {
  expect(recipes.length).toBe(19);
  expect([...new Set(CASES.map(({ recipe }) => recipe))].sort()).toEqual(recipes);
  expect(Object.keys(names).sort()).toEqual(recipes);
  for (const language of ['en', 'zh']) {
    const pages = filesIn(`docs/${language}/clients`, '.md');
    expect(pages.filter((page) => !['index', 'comparison'].includes(page))).toEqual(recipes);
  }
});

describe.each(['en', 'zh'])('the pages in %s', (language) => {
  test.each(recipes)('%s shows its recipe, the names for the build and the versions of the test', (recipe) => {
    const page = read(`docs/${language}/clients/${recipe}.md`);
    expect(page).toContain(`<<< @/../examples/clients/${recipe}.mjs`);
    for (const name of Object.keys(names[recipe])) {
      expect(page).toContain(`\`${name}\``);
    }
    const [, packages] = /npm install mde-websocket (.+)/.exec(page) ?? [];
    for (const name of packages.split(' ')) expect(versions).toHaveProperty([name]);
    const [client] = packages.split(' ');
    expect(page).toContain(`${client} ${versions[client]}`);
  });
});

test('the comparison says what was measured, of every class the same clients', () => {
  const results = JSON.parse(read('lab/clients/matrix/results.json'));
  const { en, zh } = pagesOf(results);
  expect(read('docs/en/clients/comparison.md')).toBe(en);
  expect(read('docs/zh/clients/comparison.md')).toBe(zh);
  expect(en).not.toMatch(/undefined|NaN/);
  const counts = [...en.matchAll(/ (\d+) \/ (\d+) /g)].map(([, , all]) => all);
  expect(new Set(counts).size).toBe(1);
});
