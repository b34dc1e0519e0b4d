// @ts-check
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
 * @returns {string} its root
 */
export function makeProject(files = {}, platforms = ['toy', 'universal']) {
  const root = mkdtempSync(path.join(tmpdir(), 'mde-codegen-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const part of ['core', ...platforms.map((name) => `platforms/${name}`)]) {
    cpSync(path.join(fixtures, part), path.join(root, part), { recursive: true });
  }
  for (const file of ['tsconfig.json', 'biome.json']) cpSync(path.join(repository, file), path.join(root, file));
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
