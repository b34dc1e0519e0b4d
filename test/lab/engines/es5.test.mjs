// @ts-check
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { parseES5 } from '../../../codegen/proof/es5.mjs';
import { bundles, programOf, root } from '../../../lab/engines/program.mjs';

const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
const modules = bundles.filter((file) => !file.includes('.min.')).map((file) => file.replace('.js', '.mjs'));

test.each(bundles)('%s parses as ES5', (file) => {
  expect(parse(read(file), { ecmaVersion: 5 }).body).not.toHaveLength(0);
});

test.each(modules)('%s parses as ES5 but for its export', (file) => {
  expect(parseES5({ file, code: read(file), isModule: true, globals: [], foreign: [] }).syntax).toBeUndefined();
});

test.each(['let x', 'f = () => 1', 'f(...x)', 'x = `text`', 'x ** 2', 'x?.y'])('%s does not', (code) => {
  expect(() => parse(code, { ecmaVersion: 5 })).toThrow(SyntaxError);
});

test.each(bundles)('what the engines are given to run %s is ES5 too', (file) => {
  expect(parse(programOf(file), { ecmaVersion: 5 }).body).toHaveLength(1);
  expect(programOf(file), basename(file)).toContain(read(file));
});
