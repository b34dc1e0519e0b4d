// @ts-check
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { weigh } from '../../codegen/sizes.mjs';

const code = 'var a = 1;'.repeat(9);
const size = gzipSync(code, { level: 9 }).length;

test('every size is shown, and what is over its budget is a problem', () => {
  const bundles = ['one', 'two', 'three'].map((entry) => ({ entry, code }));
  const { table, problems } = weigh(bundles, { one: size, two: size - 1 });
  expect(table.split('\n').map((line) => line.trim().replace(/\s+/g, ' '))).toEqual([
    `one.min.js ${size} bytes gzip -9 (of ${size}, 0 left)`,
    `two.min.js ${size} bytes gzip -9 (of ${size - 1}, 1 over)`,
    `three.min.js ${size} bytes gzip -9 (no budget)`,
  ]);
  expect(problems).toEqual([
    `dist/two.min.js has ${size} bytes, budget ${size - 1} (package.json, "budgets").`,
    `dist/three.min.js has ${size} bytes and no budget: add "three": ${size} to "budgets" in package.json.`,
  ]);
});
