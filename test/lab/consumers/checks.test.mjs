// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { foreignCalls, scriptsOf, tooNew } from '../../../lab/consumers/checks/output.mjs';
import { typeErrors } from '../../../lab/consumers/checks/typings.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mde-consumers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {string} code */
function write(name, code) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, code);
  return file;
}

test('a call to another platform is found, by name, by index, and in an ES module', () => {
  const files = [
    write('a.js', 'wx.connectSocket({}); my.connectSocket({})'),
    write('b.js', 'swan["onSocketOpen"](f)'),
    write('c.js', 'import x from "x"; tt.closeSocket(x)'),
    write('d.js', 'my.getStorage(); other.connectSocket()'),
  ];
  expect(foreignCalls(files, 'wx')).toEqual([
    'a.js: my.connectSocket',
    'b.js: swan.onSocketOpen',
    'c.js: tt.closeSocket',
  ]);
});

test('syntax that a target does not take is found', () => {
  const files = [write('old.js', 'var a = 1'), write('new.js', 'const a = () => 1')];
  expect(tooNew(files, 2015)).toEqual([]);
  expect(tooNew(files, 5)).toEqual([expect.stringMatching(/^new\.js: /)]);
});

test('only what was built is looked at, not what was installed or written', () => {
  write('app.js', '');
  write('miniprogram_npm/a/index.js', '');
  for (const name of ['node_modules/a.js', 'src/a.js', 'config/a.js', 'webpack.config.js']) write(name, '');
  expect(
    scriptsOf(folder)
      .map((file) => path.relative(folder, file))
      .sort(),
  ).toEqual(['app.js', 'miniprogram_npm/a/index.js']);
});

test('typings that are missing, and typings that take anything, are found', () => {
  expect(typeErrors(folder, './nothing.js', false)).toEqual(
    expect.arrayContaining([expect.stringContaining("Cannot find module './nothing.js'")]),
  );
  write('loose.js', '');
  write('loose.d.ts', 'declare const link: any; export default link;');
  expect(
    typeErrors(folder, './loose.js', false).filter((error) => error.includes("Unused '@ts-expect-error'")),
  ).not.toEqual([]);
});
