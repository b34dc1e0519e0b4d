// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { quirkTables } from '../../../lab/emulators/quirk-page.mjs';
import { QUIRKS } from '../../../lab/emulators/quirks.mjs';

const readme = readFileSync('lab/emulators/README.md', 'utf8');
/** A formatter may have aligned the columns. @param {string} text */
const rowsOf = (text) => text.replace(/ +/g, ' ').match(/^\| `.*/gm) ?? [];

it('has a row for every quirk, as quirks/ has it, and no other', () => {
  const rows = rowsOf(readme.split('## Quirks')[1]);
  expect(rows).toEqual(rowsOf(quirkTables()));
  expect(rows).toHaveLength(Object.keys(QUIRKS).length);
});

it('has a sentence for every file', () => {
  const files = readdirSync('lab/emulators', { recursive: true }).map(String);
  const described = [...readme.matchAll(/^- `([\w/-]+\.[mc]js)`/gm)].map(([, name]) => name);
  expect(described.sort()).toEqual(files.filter((name) => /js$/.test(name)).sort());
});
