// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FOLDERS, findBreaches } from './imports.mjs';

const repository = path.resolve(import.meta.dirname, '..');

/** Every module of the folders that the rules speak of, by its path from the root. */
function readModules() {
  const names = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.posix.join(folder, name.split(path.sep).join('/')),
    ),
  );
  const modules = names.filter((name) => /\.(ts|mjs|cjs)$/.test(name) && !name.includes('node_modules/'));
  return new Map(modules.map((name) => [name, readFileSync(path.join(repository, name), 'utf8')]));
}

test('every import goes in the direction that the architecture gives it', () => {
  const modules = readModules();
  for (const folder of FOLDERS) expect([...modules.keys()].some((name) => name.startsWith(folder))).toBe(true);
  expect(findBreaches(modules)).toEqual([]);
});

test.each([
  ['core/host/a.ts', "import { b } from '../connection/b';", 'connection stands above host'],
  ['core/common/a.ts', "import type { B } from '../host/b';", 'host stands above common'],
  ['core/connection/a.ts', "export { b } from '../websocket/b';", 'connection knows nothing of websocket'],
  ['core/port.ts', "import { b } from './types';", 'types stands above port'],
  ['core/index.ts', "import { b } from './websocket';", 'entry knows nothing of entry'],
  ['core/index.ts', "import { b } from '../lab/b.mjs';", 'core/ knows nothing of lab/'],
  ['codegen/a.mjs', "const b = await import('../lab/b.mjs');", 'codegen/ knows nothing of lab/'],
  ['codegen/a.mjs', "/** @param {import('../test/b.mjs').B} b */", 'codegen/ knows nothing of test/'],
  ['scripts/a.mjs', "import '../lab/b.mjs';", 'scripts/ knows nothing of lab/'],
  ['lab/storm/a.mjs', "import { b } from '../../test/b.mjs';", 'lab/ knows nothing of test/'],
  ['platforms/toy/host.ts', "import { b } from '../../codegen/b.mjs';", 'platforms/ knows nothing of codegen/'],
])('a breach is found: %s with %s', (file, text, reason) => {
  const breaches = findBreaches(new Map([[file, text]]));
  expect(breaches).toHaveLength(1);
  expect(breaches[0]).toContain(`${file} imports `);
  expect(breaches[0]).toContain(reason);
});

test('a host that is touched outside core/host is found', () => {
  const text = "import { type Host, host } from '../port';";
  expect(findBreaches(new Map([['core/connection/a.ts', text]]))).toEqual([
    'core/connection/a.ts takes host from the port: only core/host/ touches a host.',
  ]);
  expect(findBreaches(new Map([['core/host/a.ts', text]]))).toEqual([]);
  expect(findBreaches(new Map([['core/connection/a.ts', "import type { Host } from '../port';"]]))).toEqual([]);
});

test('a circle in the core is found', () => {
  const files = new Map([
    ['core/host/a.ts', "import { b } from './b';"],
    ['core/host/b.ts', "import { c } from './c';"],
    ['core/host/c.ts', "import { a } from './a';"],
  ]);
  expect(findBreaches(files)).toEqual([
    'core/host/a.ts → core/host/b.ts → core/host/c.ts → core/host/a.ts is a circle.',
  ]);
  expect(findBreaches(files.set('core/host/c.ts', "import type { A } from './a';"))).toEqual([]);
});
