// @ts-check
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixture, makeProject, repository, toyManifest } from './project.mjs';

const MARKED = '# A project\n\n<!-- platforms:start -->\n<!-- platforms:end -->\n\nThe end.\n';
const FILES = {
  'package.json': { name: 'toy-socket', version: '1.2.3', license: 'MIT', budgets: {}, devDependencies: {} },
  'README.md': MARKED,
  '.gitignore': 'node_modules/\n# stubs:start\n# stubs:end\n',
};

/**
 * A project on which codegen can be run as a command.
 *
 * @param {Record<string, string | object>} [files]
 */
function makeWholeProject(files = {}) {
  const root = makeProject({ ...FILES, ...files });
  cpSync(path.join(repository, 'codegen'), path.join(root, 'codegen'), { recursive: true });
  cpSync(path.join(repository, 'rollup.config.mjs'), path.join(root, 'rollup.config.mjs'));
  return root;
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function run(root, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

/**
 * Every file of a project but its dependencies, with its content.
 *
 * @param {string} root
 */
function snapshot(root) {
  return Object.fromEntries(
    readdirSync(root, { recursive: true })
      .map(String)
      .filter((file) => !file.startsWith('node_modules') && statSync(path.join(root, file)).isFile())
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  );
}

const CLI = 'codegen/cli.mjs';

describe('codegen', () => {
  test('derives everything, and the second time changes nothing', () => {
    const root = makeWholeProject();
    expect(run(root, CLI)).toMatchObject({ status: 0 });
    const first = snapshot(root);
    expect(first['build/toy/index.ts']).toContain('toy.connectSocket');
    expect(first['README.md']).toContain(
      '| Toy | `toy-socket/toy` | [`dist/toy.js`](dist/toy.js) | `toy` | 1.7.0 and later |',
    );
    expect(first['README.md']).toMatch(/^# A project\n[\s\S]*\n\nThe end\.\n$/);
    expect(first['.gitignore']).toContain('\n/toy/\n');
    expect(JSON.parse(first['package.json'])).toMatchObject({
      name: 'toy-socket',
      main: './dist/index.js',
      files: ['dist', 'toy'],
      exports: { './toy': { import: { types: './dist/toy.d.mts', default: './dist/toy.mjs' } } },
    });
    expect(run(root, CLI)).toEqual({ status: 0, text: 'codegen: nothing to do.\n' });
    expect(snapshot(root)).toEqual(first);
    expect(run(root, CLI, '--check')).toEqual({ status: 0, text: 'codegen: everything derived is up to date.\n' });
  });

  test('--check says what is stale and changes nothing', () => {
    const root = makeWholeProject();
    run(root, CLI);
    writeFileSync(path.join(root, 'build/toy/old.ts'), '');
    rmSync(path.join(root, 'build/universal/index.ts'));
    writeFileSync(path.join(root, 'README.md'), MARKED);
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    writeFileSync(path.join(root, 'package.json'), `${JSON.stringify({ ...manifest, files: [] }, null, 2)}\n`);
    const before = snapshot(root);
    const { status, text } = run(root, CLI, '--check');
    expect(status).toBe(1);
    expect(text.trim().split('\n')).toEqual(
      ['build/toy/old.ts', 'build/universal/index.ts', 'README.md', 'package.json'].map(
        (file) => `${file} is stale: run node codegen/cli.mjs`,
      ),
    );
    expect(snapshot(root)).toEqual(before);
    expect(run(root, CLI).status).toBe(0);
    expect(run(root, CLI, '--check').status).toBe(0);
  });

  test.each([
    [
      'an unknown key',
      { 'platforms/toy/platform.json': { ...toyManifest(), colour: 'red' } },
      'platforms/toy/platform.json:20:3',
    ],
    [
      'a missing typings package',
      { 'platforms/toy/platform.json': { ...toyManifest(), typings: 'none' } },
      'platforms/toy/platform.json:9:3',
    ],
    [
      'a member that does not exist',
      { 'core/index.ts': fixture('core/index.ts').replace('host(options).connectSocket', 'host(options).closeSocket') },
      'core/index.ts:14:24',
    ],
    ['a README without marks', { 'README.md': '# A project\n' }, 'README.md:1:1'],
  ])('stops at %s and leaves the output before as it was', (_, files, place) => {
    const root = makeWholeProject({ 'build/toy/index.ts': 'the output before', ...files });
    const before = snapshot(root);
    const { status, text } = run(root, CLI);
    expect(status).toBe(1);
    expect(text).toContain(`${place} - `);
    expect(text).toContain('nothing was written');
    expect(snapshot(root)).toEqual(before);
  });

  test('refuses a flag it does not know', () => {
    expect(run(repository, CLI, '--force')).toEqual({ status: 2, text: 'usage: node codegen/cli.mjs [--check]\n' });
  });
});
