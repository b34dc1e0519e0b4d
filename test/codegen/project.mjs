// @ts-check
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { generate } from '../../codegen/generate.mjs';

// A compiler at work: how long it takes says nothing.
vi.setConfig({ testTimeout: 120_000 });

export const repository = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(import.meta.dirname, 'fixtures');

/**
 * A project of its own for one test: the fixture core and its two platforms, with these files put in or replaced.
 *
 * @param {Record<string, string | object>} [files] contents by path; an object becomes JSON
 * @param {string[]} [platforms] those of the fixtures, both by default
 * @param {(remove: () => void) => void} [whenDone] told what to do at the end, which is that of the test by default
 * @returns {string} its root
 */
export function makeProject(files = {}, platforms = ['toy', 'universal'], whenDone = onTestFinished) {
  const root = mkdtempSync(path.join(tmpdir(), 'mde-codegen-'));
  whenDone(() => rmSync(root, { recursive: true, force: true }));
  for (const part of ['core', ...platforms.map((name) => `platforms/${name}`)]) {
    cpSync(path.join(fixtures, part), path.join(root, part), { recursive: true });
  }
  cpSync(path.join(repository, 'biome.json'), path.join(root, 'biome.json'));
  writeFileSync(path.join(root, 'tsconfig.json'), JSON.stringify(lenientConfig()));
  symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'), 'dir');
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(
      path.join(root, file),
      typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
    );
  }
  return root;
}

/** The repository's, but that a fixture may have names that it does not use. */
function lenientConfig() {
  const config = JSON.parse(readFileSync(path.join(repository, 'tsconfig.json'), 'utf8'));
  Object.assign(config.compilerOptions, { noUnusedLocals: false, noUnusedParameters: false });
  return config;
}

/**
 * The generated text of one core file.
 *
 * @param {Record<string, string | object>} files
 * @param {string} [file] in build/
 */
export function generated(files, file = 'toy/index.ts') {
  const [platform] = file.split('/');
  const isFixture = existsSync(path.join(fixtures, 'platforms', platform));
  return generate(makeProject(files, isFixture ? [platform] : [])).get(`build/${file}`);
}

/**
 * What codegen says is wrong.
 *
 * @param {Record<string, string | object>} files
 * @param {string[]} [platforms]
 * @returns {string[]} one line each
 */
export function problemsOf(files, platforms = ['toy']) {
  const root = makeProject(files, platforms);
  try {
    generate(root);
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    if (name === 'CodegenError') return message.split('\n');
    throw error;
  }
  return [];
}

/** @param {string} file of the fixtures */
export function fixture(file) {
  return readFileSync(path.join(fixtures, file), 'utf8');
}

/** The manifest of the fixture's platform. */
export function toyManifest() {
  return JSON.parse(fixture('platforms/toy/platform.json'));
}

export const MARKED = '# A project\n\n<!-- platforms:start -->\n<!-- platforms:end -->\n\nThe end.\n';

/** What codegen derives parts of, before it has. */
const DERIVED = {
  'package.json': { name: 'toy-socket', version: '1.2.3', license: 'MIT', budgets: {}, devDependencies: {} },
  'README.md': MARKED,
  '.gitignore': 'node_modules/\n# stubs:start\n# stubs:end\n',
};

/**
 * A project on which the build can be run as commands.
 *
 * @param {Record<string, string | object>} [files]
 * @param {(remove: () => void) => void} [whenDone]
 */
export function makeWholeProject(files = {}, whenDone = onTestFinished) {
  const root = makeProject({ ...DERIVED, ...files }, ['toy', 'universal'], whenDone);
  cpSync(path.join(repository, 'codegen'), path.join(root, 'codegen'), { recursive: true });
  return root;
}

/**
 * @param {string} root
 * @param {string[]} args
 */
export function run(root, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}
