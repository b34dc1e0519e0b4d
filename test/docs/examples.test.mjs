// @ts-check
/** What can be said of the examples without their tools; `npm run test:consumers` builds and runs them all. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../scripts/examples/catalogue.mjs';
import { readPage } from './markdown.mjs';
import { root } from './readmes.mjs';
import { forUniTarget } from './samples.mjs';

const folder = resolve(root, 'examples');

/** What a reader's own work leaves in a project. */
const FOREIGN = /node_modules|miniprogram_npm|\bdist\b|package-lock\.json|mde-websocket\.|^\.work|^mqtt.utils/;

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  .filter((file) => !FOREIGN.test(file));
const text = (/** @type {string} */ file) => readFileSync(resolve(folder, file), 'utf8');
const projects = [...Object.keys(EXAMPLES), 'server'].sort();

test('every script of the examples parses', () => {
  const scripts = files.filter((file) => /\.(js|mjs|jsx)$/.test(file));
  expect(scripts.length).toBeGreaterThan(30);
  for (const file of scripts) {
    for (const target of ['MP-WEIXIN', 'MP-ALIPAY', 'MP-BAIDU', 'H5']) {
      transformSync(forUniTarget(text(file), target), { loader: 'jsx', sourcefile: file });
    }
  }
});

test('every settings file of the examples is JSON, and its pages exist', () => {
  const settings = files.filter((file) => file.endsWith('.json')).map((file) => ({ file, ...JSON.parse(text(file)) }));
  for (const { file, pages = [] } of settings) {
    for (const page of pages) {
      const path = join(dirname(file), page.path ?? page);
      expect(files.filter((other) => other.startsWith(`${path}.`))).not.toEqual([]);
    }
  }
});

test('every module that the examples import exists', () => {
  const { exports } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const sources = files.filter((name) => /\.(js|jsx|vue|mpx)$/.test(name));
  const imported = sources.flatMap((file) =>
    [...text(file).matchAll(/(?:from |require\()'([^']+)'/g)].map(([, name]) => ({ file, name })),
  );
  const ours = imported.filter(({ name }) => name.startsWith('mde-websocket'));
  expect(ours.filter(({ name }) => !(name.replace('mde-websocket', '.') in exports))).toEqual([]);

  const isMade = (/** @type {string} */ name) => /\/mde-websocket\.js$|utils\/link\.js$/.test(name);
  const own = imported.filter(({ name }) => name.startsWith('.') && !isMade(name));
  const isThere = (/** @type {string} */ path) => ['', '.js'].some((extension) => existsSync(`${path}${extension}`));
  expect(own.filter(({ file, name }) => !isThere(resolve(folder, dirname(file), name)))).toEqual([]);
});

/** Recipes, each held to by a command of its own: `npm run test:clients`, `npm run test:servers`. */
const RECIPES = ['clients', 'servers'];

test('every folder is an example that can be started, and stands in the list', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual([...projects, ...RECIPES].sort());
  for (const page of ['README.md', 'README.zh-CN.md']) {
    const listed = readPage(text(page)).links.filter((link) => link.includes('/'));
    expect(listed.sort()).toEqual(projects.map((name) => `${name}/${page}`).sort());
  }
});

describe.each(['.', ...projects])('the pages of %s', (project) => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((file) => text(join(project, file)));

  test('say the same in both languages', () => {
    const [en, zh] = [english, chinese].map(readPage);
    expect(zh.spans).toEqual(en.spans);
    expect(zh.fences.map(({ code }) => withoutShellComments(code))).toEqual(
      en.fences.map(({ code }) => withoutShellComments(code)),
    );
    const isFile = (/** @type {string} */ link) => !link.includes('README');
    expect(zh.links.filter(isFile)).toEqual(en.links.filter(isFile));
  });

  test('link to what exists', () => {
    const links = [english, chinese].flatMap((page) => readPage(page).links);
    expect(links.filter((link) => !existsSync(resolve(folder, project, link)))).toEqual([]);
  });
});

test.each(Object.keys(EXAMPLES))('the page of %s says how it is started and which files are copied', (name) => {
  const page = text(join(name, 'README.md'));
  expect(page).toContain(`npm run example -- ${name}\n`);
  const scripts = Object.entries(EXAMPLES[name].copies ?? {}).filter(([from]) => /\.m?js$/.test(from));
  for (const [from, to] of scripts) expect(page).toContain(`copy \`dist/${from}\` to \`${to}\``);
  const built = Object.keys(EXAMPLES[name].targets);
  if (built.length > 1) expect(built.filter((target) => !page.includes(`\`${target}\``))).toEqual([]);
});

test.each(files.filter((file) => /package\.json$/.test(file)))(
  '%s has exact versions, which its lock file knows',
  (file) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(text(file));
    const { 'mde-websocket': ours, ...others } = { ...dependencies, ...devDependencies };
    const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
    if (ours) expect(ours).toBe(version);
    if (Object.keys(others).length === 0) return;
    const { packages } = JSON.parse(text(join(dirname(file), 'package-lock.json')));
    for (const [name, wanted] of Object.entries(others)) {
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, wanted]);
    }
  },
);

/** @param {string} code */
const withoutShellComments = (code) => code.replace(/ +#.*$/gm, '');
