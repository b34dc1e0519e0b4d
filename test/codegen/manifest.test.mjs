// @ts-check
import { describe, expect, test } from 'vitest';
import { fixture, problemsOf, toyManifest } from './project.mjs';

const FILE = 'platforms/toy/platform.json';

/** @param {object} changes a member that is undefined is left out */
const withManifest = (changes) => problemsOf({ [FILE]: { ...toyManifest(), ...changes } }, ['toy', 'universal']);

describe('a platform.json with a mistake is refused at its place', () => {
  test.each([
    [
      'an unknown key',
      { colour: 'red' },
      '20:3',
      'unknown key "colour": known are title, for, also, evidence, entry, host',
    ],
    ['a global that is no name', { host: { global: 'a.b' } }, '6:3', '"host" must be { "global": "wx" }'],
    ['a host in words', { host: 'toy' }, '6:3', '"host" must be'],
    ['an adapter without globals', { host: { adapter: './host.ts' } }, '6:3', '"host" must be'],
    [
      'an adapter that is not there',
      { host: { adapter: './host.ts', globals: [] } },
      '7:5',
      'there is no ./host.ts in this folder: write it',
    ],
    ['an adapter of another folder', { host: { adapter: '../host.ts', globals: [] } }, '6:3', '"host" must be'],
    ['programs without a name', { for: '' }, '20:3', '"for" must be what its programs are called'],
    ['an entry that is no file name', { entry: '../x' }, '20:3', '"entry" must be a file name without extension'],
    ['a title without Chinese', { title: { en: 'Toy' } }, '2:3', '"title" must be an object { "en", "zh" }'],
    ['a floor that is no version', { floor: { version: 'new', why: 'x' } }, '10:3', '"floor" must be'],
    ['a floor without reason', { floor: { version: '1.0.0' } }, '10:3', '"floor" must be'],
    ['no sockets', { sockets: undefined }, '1:1', '"sockets" is missing: add "tasks", "single" or "either"'],
    ['sockets of an unknown kind', { sockets: 'many' }, '14:3', '"sockets" must be "tasks", "single" or "either"'],
    ['bytes of an unknown kind', { bytes: 'hex' }, '15:3', '"bytes" must be "raw" or "base64"'],
    ['a name that is no name', { names: { onAppShow: 'on show' } }, '20:3', '"names" must be'],
    ['a name of no method', { names: { onShow: 'onAppShow' } }, '21:5', 'the port has no method "onShow": it has'],
    ['lacks that are no list', { lacks: 'onAppShow' }, '20:3', '"lacks" must be a list'],
    ['a lack of what must be there', { lacks: ['connectSocket'] }, '20:3', '"connectSocket" is no optional method'],
    [
      'a name for what is not there',
      { names: { onAppShow: 'onShow' }, lacks: ['onAppShow'] },
      '21:5',
      '"lacks" says that "onAppShow" is not there',
    ],
    ['typings of a host that is handed over', { host: 'given' }, '7:3', '"typings" is for a host that is known'],
    ['no title', { title: undefined }, '1:1', '"title" is missing'],
    ['no typings', { typings: undefined }, '7:5', '"typings" is missing'],
    [
      'a typings package that is not there',
      { typings: 'toy-typings' },
      '9:3',
      'the typings package "toy-typings" is not installed: run npm i -D -E toy-typings',
    ],
    ['a typings file that is not there', { typings: './toy.d.ts' }, '9:3', 'there is no ./toy.d.ts in this folder'],
    [
      'two kinds of host',
      { host: { global: 'toy', adapter: './host.ts', globals: [] } },
      '6:3',
      '"host" must be { "global": "wx" }',
    ],
    ['no host', { host: undefined }, '1:1', '"host" is missing: add { "global": "wx" }'],
    ['the entry of another platform', { entry: 'index' }, '3:3', 'is taken by platforms'],
  ])('%s', (_, changes, place, words) => {
    const [problem] = withManifest(changes);
    const at = /^platforms\/(toy|universal)\/platform\.json:(\d+:\d+) - (.*)$/.exec(problem);
    expect(at?.[3]).toContain(words);
    expect(at?.[2]).toBe(place);
  });

  test('no JSON', () => {
    expect(problemsOf({ [FILE]: '{\n  "title": }\n' })[0]).toMatch(/^platforms\/toy\/platform\.json:2:12 - /);
  });

  test('no object', () => {
    expect(problemsOf({ [FILE]: '[]\n' })[0]).toMatch(/^platforms\/toy\/platform\.json:1:1 - /);
  });

  test('a folder without one', () => {
    expect(problemsOf({ 'platforms/empty/readme.txt': '' })).toEqual([
      'platforms/empty/platform.json:1:1 - this file is missing: a platform folder holds a platform.json. Write it or remove the folder.',
    ]);
  });

  test('a trait of the port that no key decides', () => {
    const port = fixture('core/port.ts').replace('readonly singleSocket', 'readonly fastHost');
    expect(problemsOf({ 'core/port.ts': port })).toEqual([
      'core/port.ts:4:1 - no key of a platform.json decides the trait "fastHost": there are givenHost, adapter, socketTasks, singleSocket, base64.',
    ]);
  });

  test('every mistake is told at once', () => {
    expect(withManifest({ colour: 'red', size: 1, floor: undefined })).toHaveLength(2);
  });
});
