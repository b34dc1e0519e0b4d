// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { QUIRKS } from '../../../lab/emulators/quirks.mjs';

const readme = readFileSync('lab/emulators/README.md', 'utf8');

it('has a row for every quirk, as quirks.mjs has it, and no other', () => {
  // A formatter may have aligned the columns.
  const lines = readme.split('## Quirks')[1].replace(/ +/g, ' ').split('\n');
  const rows = lines.filter((line) => line.startsWith('| `'));
  const expected = Object.entries(QUIRKS).map(([name, { value, one, does, source }]) => {
    const values = one ? ` (${one.join(', ')})` : '';
    return `| \`${name}\` | ${JSON.stringify(value)}${values} | ${does} | ${source} |`;
  });
  expect(rows).toEqual(expected);
});

it('has a sentence for every file', () => {
  const files = readdirSync('lab/emulators').filter((name) => /js$/.test(name));
  const described = [...readme.matchAll(/^- `([\w-]+\.[mc]js)`/gm)].map(([, name]) => name);
  expect(described.sort()).toEqual(files.sort());
});
