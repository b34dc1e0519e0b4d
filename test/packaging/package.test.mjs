// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { parse } from 'acorn';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PLATFORMS } from '../../lab/subjects.mjs';
import { bundlers } from './bundlers.mjs';
import { installPackage, writeInto } from './installed.mjs';
import { consumer, requiring, typeErrors } from './typescript.mjs';
import { buildNpm, resolveInMiniProgram } from './wechat-npm.mjs';

// Compilers, bundlers and npm at work: how long they take says nothing.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const BOUND = PLATFORMS.filter(({ isGiven }) => !isGiven).map(({ entry }) => entry);
const GLOBALS = [...new Set(PLATFORMS.flatMap(({ global }) => global ?? []))];
const ENTRIES = ['index', ...BOUND];
const BUNDLES = [...ENTRIES, 'polyfills', 'websocket', ...BOUND.map((entry) => `${entry}-websocket`)];
/** @param {string} entry */
const nameOf = (entry) => (entry === 'index' ? 'mde-websocket' : `mde-websocket/${entry}`);

/** @type {ReturnType<typeof installPackage>} */
let installed;

beforeAll(() => {
  installed = installPackage();
}, 120_000);
afterAll(() => rmSync(installed.root, { recursive: true, force: true }));

/** @param {string} file */
const readInstalled = (file) => readFileSync(path.join(installed.app, 'node_modules/mde-websocket', file), 'utf8');
const manifest = () => JSON.parse(readInstalled('package.json'));

describe('the tarball', () => {
  test('holds the bundles, the stubs and what npm always adds', () => {
    const list = execFileSync('tar', ['-tzf', installed.tarball], { encoding: 'utf8' }).trim().split('\n');
    const extensions = ['.js', '.mjs', '.min.js', '.d.ts', '.d.mts'];
    const expected = [
      ...BUNDLES.flatMap((bundle) => extensions.map((extension) => `package/dist/${bundle}${extension}`)),
      ...BOUND.flatMap((entry) => [`package/${entry}/package.json`, `package/${entry}/websocket/package.json`]),
      'package/polyfills/package.json',
      'package/websocket/package.json',
      ...['LICENSE', 'README.md', 'README.zh-CN.md', 'package.json'].map((file) => `package/${file}`),
    ];
    expect(list.sort()).toEqual(expected.sort());
  });

  test('depends on nothing and runs nothing on installation', () => {
    const { dependencies, peerDependencies, scripts } = manifest();
    expect({ dependencies, peerDependencies }).toEqual({});
    expect(scripts).toBe(undefined);
  });

  test('leaves no stub folder in the repository', () => {
    const repository = path.resolve(import.meta.dirname, '../..');
    expect(BOUND.filter((entry) => existsSync(path.join(repository, entry)))).toEqual([]);
  });

  test('has no `browser` condition, which mini-program builds have active too', () => {
    expect(JSON.stringify(manifest().exports)).not.toContain('browser');
  });
});

describe('Node', () => {
  /**
   * What a process sees in which a host that is touched throws.
   *
   * @param {string} load an expression that gives the module
   */
  const describeModule = (load) => {
    const script = `
      for (const name of ${JSON.stringify(GLOBALS)}) {
        Object.defineProperty(globalThis, name, { get() { throw new Error(name + ' was touched'); } });
      }
      const before = Object.getOwnPropertyNames(globalThis).length;
      Promise.resolve(${load}).then((m) => console.log(JSON.stringify({
        isFunction: typeof m.default === 'function' && m.MdeWebsocket === m.default,
        isItself: m === m.default,
        version: m.VERSION,
        backoff: typeof m.backoff,
        globals: Object.getOwnPropertyNames(globalThis).length - before,
      })));`;
    return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: installed.app, encoding: 'utf8' }));
  };
  const same = { isFunction: true, backoff: 'function', globals: 0 };

  test.each(ENTRIES)('require: %s', (entry) => {
    const seen = describeModule(`require('${nameOf(entry)}')`);
    expect(seen).toEqual({ ...same, isItself: true, version: manifest().version });
  });

  test('the polyfills, which install nothing', () => {
    const script = `
      const before = Object.getOwnPropertyNames(globalThis).length;
      const { TextEncoder: Own } = require('mde-websocket/polyfills');
      import('mde-websocket/polyfills').then(({ TextEncoder: Imported }) => console.log(
        typeof Own, typeof Imported, [Own, Imported].includes(TextEncoder),
        Object.getOwnPropertyNames(globalThis).length - before));`;
    const seen = execFileSync(process.execPath, ['-e', script], { cwd: installed.app, encoding: 'utf8' });
    expect(seen).toBe('function function false 0\n');
  });

  test.each(ENTRIES)('import: %s', (entry) => {
    const seen = describeModule(`import('${nameOf(entry)}')`);
    expect(seen).toEqual({ ...same, isItself: false, version: manifest().version });
  });

  test('a file of dist by its path, as people do to get the minified one', () => {
    expect(describeModule("require('mde-websocket/dist/wechat.min.js')").isItself).toBe(true);
  });
});

describe('bundlers', () => {
  test.each(Object.keys(bundlers))('%s', async (name) => {
    const imports = ENTRIES.map(
      (entry) => `import ${entry}, { MdeWebsocket as ${entry}Named } from '${nameOf(entry)}';\n`,
    );
    imports.push("import { TextEncoder as Encoder } from 'mde-websocket/polyfills';\n");
    const results = ENTRIES.map((entry) => `${entry}: [typeof ${entry}, ${entry} === ${entry}Named]`);
    const entry = writeInto(
      installed.app,
      'entry.js',
      `${imports.join('')}report({ ${results.join(', ')}, bytes: [...new Encoder().encode('é')] });\n`,
    );
    /** @type {any} */
    let reported;
    vm.runInNewContext(await bundlers[name](installed.app, entry), {
      report: (/** @type {any} */ result) => {
        reported = JSON.parse(JSON.stringify(result));
      },
    });
    expect(reported).toEqual({
      ...Object.fromEntries(ENTRIES.map((each) => [each, ['function', true]])),
      bytes: [0xc3, 0xa9],
    });
  });
});

describe("WeChat's npm build", () => {
  beforeAll(() => buildNpm(installed.app, 'mde-websocket'));

  test.each(ENTRIES)('require finds a file that its parser reads: %s', (entry) => {
    const file = resolveInMiniProgram(installed.app, nameOf(entry));
    expect(file && path.basename(file)).toBe(`${entry}.js`);
    const code = readFileSync(/** @type {string} */ (file), 'utf8');
    parse(code, { ecmaVersion: 2018, sourceType: 'module' });
    const module = { exports: /** @type {any} */ ({}) };
    vm.runInNewContext(code, { module, exports: module.exports });
    expect(module.exports.default).toBe(module.exports);
  });

  test('require finds the polyfills', () => {
    const file = resolveInMiniProgram(installed.app, 'mde-websocket/polyfills');
    expect(file && path.basename(file)).toBe('polyfills.js');
  });

  test('copies no source maps', () => {
    expect(
      readdirSync(path.join(installed.app, 'miniprogram_npm/mde-websocket')).filter((file) => /map/.test(file)),
    ).toEqual([]);
  });
});

describe('TypeScript', () => {
  const polyfills = `import { AbortController, TextEncoder, type Event } from 'mde-websocket/polyfills';
export const bytes: Uint8Array = new TextEncoder().encode('text');
new AbortController().signal.addEventListener('abort', (event: Event) => event.type);
`;
  const checks = [...ENTRIES.map((entry) => consumer(entry)), polyfills].join('\n');

  test.each([
    ['node10', 'app.ts', checks],
    ['node16', 'app.cts', checks],
    ['node16', 'app.mts', checks],
    ['bundler', 'app.ts', checks],
    ['node16', 'require.cts', ENTRIES.map((entry) => requiring(entry)).join('\n')],
  ])('%s resolution, %s', (resolution, file, text) => {
    writeInto(installed.app, file, text);
    expect(typeErrors(installed.app, file, resolution)).toEqual([]);
  });

  test('finds an error, so that none found means something', () => {
    writeInto(
      installed.app,
      'wrong.ts',
      "import { VERSION } from 'mde-websocket/wechat';\nexport const n: number = VERSION;\n",
    );
    expect(typeErrors(installed.app, 'wrong.ts', 'bundler')[0]).toContain("is not assignable to type 'number'");
  });
});

describe('tools that look for mistakes find none', () => {
  test('publint', async () => {
    const { messages } = await publint({
      pkgDir: path.join(installed.app, 'node_modules/mde-websocket'),
      level: 'suggestion',
    });
    expect(messages).toEqual([]);
  });

  test('@arethetypeswrong/cli', async () => {
    const pkg = createPackageFromTarballData(readFileSync(installed.tarball));
    const analysis = await checkPackage(pkg);
    expect(analysis.types && 'problems' in analysis ? analysis.problems : 'no types').toEqual([]);
  });
});
