// @ts-check
/** A platform folder that does not say how its host behaves stops the build, with a sentence that says what to add. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBehaviour } from '../../../lab/behaviour/rules.mjs';

/** @type {string} */
let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mde-behaviour-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const RIGHT = { emulator: 'task host', words: 'wx', source: 'seen' };

/** @param {string} file @param {any} content */
function write(file, content) {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
}

/** A platform folder; without a behaviour its file is missing. @param {string} name @param {any} [behaviour] */
function platform(name, behaviour) {
  write(`platforms/${name}/platform.json`, { title: { en: name, zh: name }, host: { global: 'toy' } });
  if (behaviour) write(`platforms/${name}/behaviour.json`, behaviour);
}

it('the platforms of this project are right', () => {
  expect(checkBehaviour('.')).toEqual([]);
});

describe('a platform folder', () => {
  it('may say all there is to say', () => {
    const variants = { game: { quirks: { appNames: 'onShow' }, source: 'seen' } };
    platform('toy', { ...RIGHT, quirks: { maxSockets: 2 }, variants });
    expect(checkBehaviour(root)).toEqual([]);
  });

  it('without behaviour.json is told how to begin one', () => {
    platform('toy');
    expect(checkBehaviour(root)).toEqual([
      expect.stringMatching(/^platforms\/toy\/behaviour\.json: this file is missing.*"toy": begin with \{ "emulator"/),
    ]);
  });

  it.each([
    ['an unknown emulator', { emulator: 'teapot' }, /"emulator" is "teapot": give one of "task host", .*, or write/],
    ['a name that every object has', { emulator: 'toString' }, /"emulator" is "toString"/],
    ['no emulator', { emulator: undefined }, /"emulator" is missing: one of "task host"/],
    ['unknown words', { words: 'latin' }, /"words" is "latin": give one of "wx"/],
    ['an unknown quirk', { quirks: { deafclose: true } }, /no quirk "deafclose"/],
    ['a quirk of another kind', { quirks: { closeDelay: true } }, /"closeDelay" takes number/],
    ['no source', { source: '' }, /"source" is missing/],
    ['an unknown key', { quirk: {} }, /there is no key "quirk": emulator, words/],
    ['a global of its own', { global: 'toy' }, /there is no key "global"/],
    ['a variant without a source', { variants: { odd: { quirks: {} } } }, /variant "odd": "source" is missing/],
    ['a variant on nothing', { variants: { odd: { on: 'mars', source: 'seen' } } }, /variant "odd": "on" is "mars"/],
    ['an unknown framework', { variants: { odd: { framework: 'x', source: 'seen' } } }, /"framework" is "x"/],
  ])('%s is named', (_what, wrong, sentence) => {
    platform('toy', { ...RIGHT, ...wrong });
    expect(checkBehaviour(root)).toEqual([expect.stringMatching(sentence)]);
    expect(checkBehaviour(root)[0]).toMatch(/^platforms\/toy\/behaviour\.json: /);
  });

  it('is named where it is no JSON', () => {
    platform('toy', RIGHT);
    write('platforms/toy/behaviour.json', '{');
    expect(() => checkBehaviour(root)).toThrow(/^platforms\/toy\/behaviour\.json: /);
  });
});

it('the step of the build ends with an error', () => {
  for (const part of ['lab/behaviour', 'lab/emulators']) cpSync(part, join(root, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'), 'dir');
  platform('toy');
  const { status, stderr } = spawnSync(process.execPath, ['lab/behaviour/cli.mjs'], { cwd: root, encoding: 'utf8' });
  expect(stderr).toContain('platforms/toy/behaviour.json: this file is missing');
  expect(status).toBe(1);
});
