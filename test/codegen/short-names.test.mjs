// @ts-check
import { minify } from 'terser';
import { expect, test } from 'vitest';
import { shortNames } from '../../codegen/bundle/short-names.mjs';

const PROGRAM = `
/* rare rare rare rare rare */
export function count(e) {
  e.often = e.often + e.often + e.rare;
  return e.data;
}`;

test('what is met most often has the shortest name, whatever comments say', () => {
  const names = shortNames(PROGRAM, ['rare', 'often']);
  expect(Object.keys(names)).toEqual(['$often', '$rare']);
  expect(Object.values(names).map((name) => name.length)).toEqual([1, 1]);
});

test('no short name is a word of the program or a keyword', () => {
  const many = Array.from({ length: 300 }, (_, i) => `name${i}`);
  const given = Object.values(shortNames(`${PROGRAM} on.to; at.n;`, many));
  expect(new Set(given).size).toBe(300);
  for (const word of ['e', 'on', 'to', 'at', 'n', 'in', 'do', 'if']) expect(given).not.toContain(word);
});

test('the minifier takes them', async () => {
  const { code } = await minify(PROGRAM, {
    module: true,
    mangle: { properties: { regex: /^(often|rare)$/ } },
    nameCache: { props: { props: shortNames(PROGRAM, ['rare', 'often']) } },
  });
  expect(code).not.toMatch(/often|rare/);
  expect(code).toContain('.data');
});
