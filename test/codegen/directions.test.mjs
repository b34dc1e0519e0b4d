// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** What each folder of the core may import besides itself, `port.ts` and `types.ts`. @type {Record<string, string[]>} */
const MAY = {
  common: [],
  host: ['common'],
  connection: ['host', 'common'],
  websocket: ['host', 'common'],
  entry: ['connection', 'websocket', 'host', 'common'],
};

const BELOW_ALL = ['core/port', 'core/types'];

/**
 * The imports against the directions.
 *
 * @param {Record<string, string>} files text by path from the root
 */
function breaches(files) {
  return Object.entries(files).flatMap(([file, text]) =>
    [...text.matchAll(/\b(?:from|import\() ?'(\.[^']+)'/g)].flatMap(([, target]) => {
      const to = path.join(path.dirname(file), target).replace(/\.(ts|mjs)$/, '');
      return isAllowed(file, to) ? [] : [`${file} imports ${to}`];
    }),
  );
}

/** @param {string} file @param {string} to */
function isAllowed(file, to) {
  if (/^(lab|test)\//.test(to)) return false;
  if (!file.startsWith('core/')) return true;
  if (BELOW_ALL.includes(file.replace('.ts', ''))) return BELOW_ALL.includes(to);
  const own = folderOf(file);
  return BELOW_ALL.includes(to) || folderOf(to) === own || MAY[own].includes(folderOf(to));
}

/** @param {string} file */
function folderOf(file) {
  const [, folder, ...rest] = file.split('/');
  return rest.length > 0 ? folder : 'entry';
}

/** Every source of a folder. @param {string} folder */
function sourcesOf(folder) {
  const names = /** @type {string[]} */ (readdirSync(path.join(root, folder), { recursive: true }));
  const sources = names.filter((name) => /\.(ts|mjs)$/.test(name)).map((name) => `${folder}/${name}`);
  return Object.fromEntries(sources.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
}

test('no file of the product imports against the directions', () => {
  expect(breaches({ ...sourcesOf('core'), ...sourcesOf('platforms'), ...sourcesOf('codegen') })).toEqual([]);
});

test.each([
  ['a socket that knows its task', 'core/host/link.ts', '../connection/task'],
  ['the class that knows the task', 'core/websocket/socket.ts', '../connection/outbox'],
  ['the task that knows the class', 'core/connection/connection.ts', '../websocket/socket'],
  ['what is common and knows a host', 'core/common/guard.ts', '../host/find'],
  ['a port that knows the core', 'core/port.ts', './common/check'],
  ['codegen that knows the lab', 'codegen/cli.mjs', '../lab/subjects.mjs'],
])('%s is refused', (_, file, target) => {
  expect(breaches({ [file]: `import { x } from '${target}';` })).toHaveLength(1);
});
