// @ts-check
import { describe, expect, test } from 'vitest';
import { problemsOf, toyManifest } from './project.mjs';

const FILE = 'platforms/toy/platform.json';

/** @param {object} changes a member that is undefined is left out */
const withManifest = (changes) => problemsOf({ [FILE]: { ...toyManifest(), ...changes } }, ['toy', 'universal']);

describe('a platform.json with a mistake is refused at its place', () => {
  test.each([
    ['an unknown key', { colour: 'red' }, '20:3', 'unknown key "colour": known are title, entry, global'],
    ['a global that is no name', { global: 'a.b' }, '6:3', '"global" must be the name of a global variable'],
    ['an entry that is no file name', { entry: '../x' }, '20:3', '"entry" must be a file name without extension'],
    ['a title without Chinese', { title: { en: 'Toy' } }, '2:3', '"title" must be an object { "en", "zh" }'],
    ['a floor that is no version', { floor: { version: 'new', why: 'x' } }, '8:3', '"floor" must be'],
    ['a floor without reason', { floor: { version: '1.0.0' } }, '8:3', '"floor" must be'],
    [
      'traits that are no booleans',
      { traits: { runtimeHost: 'no' } },
      '12:3',
      '"traits" must be an object of booleans',
    ],
    [
      'an unknown trait',
      { traits: { runtimeHost: false, singleSocket: false, fast: true } },
      '15:5',
      'unknown trait "fast"',
    ],
    [
      'a missing trait',
      { traits: { runtimeHost: false } },
      '12:3',
      'the trait "singleSocket" of core/platform.ts is missing',
    ],
    ['no title', { title: undefined }, '1:1', '"title" is missing'],
    ['no typings', { typings: undefined }, '6:3', '"typings" is missing'],
    [
      'a typings package that is not there',
      { typings: 'toy-typings' },
      '7:3',
      'the typings package "toy-typings" is not installed: run npm i -D -E toy-typings',
    ],
    ['a typings file that is not there', { typings: './toy.d.ts' }, '7:3', 'there is no ./toy.d.ts in this folder'],
    ['two kinds of host', { hostExpression: 'options.host' }, '1:1', 'either a "global"'],
    ['no host', { global: undefined }, '1:1', 'either a "global"'],
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

  test('every mistake is told at once', () => {
    expect(withManifest({ colour: 'red', size: 1, floor: undefined })).toHaveLength(2);
  });
});
