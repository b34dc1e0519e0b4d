// @ts-check
/** A name that a minifier shortens must not be one that users or hosts say. */
import { expect, test } from 'vitest';
import { readCore } from '../../codegen/core.mjs';
import { becamePublic } from '../../codegen/facts.mjs';
import { findNames } from '../../codegen/private-names.mjs';
import { makeProject, repository } from './project.mjs';

/** @param {string} text of core/index.ts */
const namesIn = (text) => findNames(readCore(makeProject({ 'core/index.ts': text }, [])), 'index').private;

test('members of interfaces that are not exported are private, however they are written', () => {
  expect(
    namesIn(`
      interface Link { owner: string; isOver?: boolean; hangUp(): void }
      const make = (owner: string): Link | null => ({ owner, isOver: false, hangUp() {} });
      export function run() {
        const { owner: name, isOver } = make('a')!;
        return isOver ? name : make('b')!.owner;
      }
    `),
  ).toEqual(['hangUp', 'isOver', 'owner']);
});

test.each([
  ['an exported interface has it too', 'export interface Task { owner: string }'],
  ['an object has it whose type is not known', 'export const read = (raw: any) => raw.owner;'],
  ['an object has it whose type has no name', 'export const read = ({ owner }: { owner: string }) => owner;'],
  ['it is made where no type is asked for', 'export const made = { owner: 1 };'],
  ['the part exports something of that name', 'export function owner(): void {}'],
])('a name is public where %s', (_, text) => {
  expect(namesIn(`interface Link { owner: string }\nexport const run = (link: Link) => link.owner;\n${text}`)).toEqual(
    [],
  );
});

test('another part makes no name public, and has its own', () => {
  const core = readCore(
    makeProject(
      {
        'core/index.ts': "import { make } from './inner/link';\nexport const run = () => make().owner;\n",
        'core/inner/link.ts':
          'export interface Link { owner: number }\nexport const make = (): Link => ({ owner: 1 });\n',
        'core/second.ts':
          "import { make } from './inner/link';\nimport { traits } from './port';\nexport type { Link } from './inner/link';\ninterface Kept { size: number }\nexport const owner = (kept: Kept) => traits.singleSocket && make().owner + kept.size;\n",
      },
      [],
    ),
  );
  expect(findNames(core, 'index').private).toEqual(['owner']);
  expect(findNames(core, 'second').private).toEqual(['size']);
});

test('what the language has is public', () => {
  expect(namesIn('export const run = (text: string) => text.slice(1).length;')).toEqual([]);
});

test('nothing that the core exports, and nothing that a host has, is private', () => {
  const names = findNames(readCore(repository), 'index').private;
  expect(names).toEqual(expect.arrayContaining(['hangUp', 'inFlight', 'owner']));
  const known = ['data', 'code', 'reason', 'state', 'socketTask', 'opts', 'latency', 'send', 'close', 'params'];
  for (const name of known) expect(names).not.toContain(name);
});

test('a name that became public is told, with the mention that made it so', () => {
  const kept = 'interface Link { owner: string }\nexport const run = (link: Link) => link.owner;\n';
  const facts = (/** @type {string} */ text) => ({
    givenOnly: [],
    names: { index: findNames(readCore(makeProject({ 'core/index.ts': kept + text }, [])), 'index') },
  });
  const after = facts('export const made = { owner: 1 };\n');
  expect(becamePublic('toy', facts(''), after)).toEqual([
    '"owner" became public in index for toy, by its mention at core/index.ts:3:23.',
  ]);
  expect(becamePublic('toy', after, after)).toEqual([]);
  expect(becamePublic('toy', { givenOnly: [], names: {} }, after)).toEqual([]);
});
