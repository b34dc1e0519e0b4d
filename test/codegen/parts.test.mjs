// @ts-check
/** A core of several parts: each file of core/ itself but the promises becomes a bundle, and none changes another. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readParts } from '../../codegen/parts.mjs';
import { generated, makeProject, makeWholeProject, problemsOf, run, toyManifest } from './project.mjs';

const EXTENSIONS = ['.d.mts', '.d.ts', '.js', '.min.js', '.mjs'];

/** A core whose index keeps to itself what a second part makes public. */
const INDEX = {
  'core/index.ts': `import { closeLink, type Link, openLink } from './host/link';
import type { ConnectParams, Host } from './port';

export interface Options {
  /** @only givenHost */
  platform: Host;
  params: ConnectParams;
}

/** Opens a link. */
export function connect(options: Options): () => void {
  const link: Link = openLink(options);
  return () => closeLink(link);
}

export const VERSION = '__VERSION__';
export default connect;
`,
  'core/host/link.ts': `import type { Options } from '../index';
import { host, type SocketTask } from '../port';

/** One socket. */
export interface Link {
  owner: string;
  socketTask: SocketTask;
}

/** Only the second part counts. */
let opened = 0;

export function countLinks(): number {
  return opened;
}

/** Asks for a socket. */
export function openLink(options: Options): Link {
  return { owner: options.params.url, socketTask: host(options).connectSocket(options.params) };
}

/** Counts, and asks for a socket. */
export function countAndOpen(options: Options): Link {
  opened++;
  return openLink(options);
}

/** Says good-bye. */
export function closeLink(link: Link): void {
  link.socketTask.send({ data: 'bye ' + link.owner });
}
`,
};
const MORE = {
  'core/websocket.ts': `/** A standard class. */

import { closeLink, countAndOpen, countLinks, type Link } from './host/link';
import type { Options } from './index';

export type { Link, Options };

/** One socket. */
export interface WebSocket {
  owner: string;
}

/** The standard's constructor. */
export const WebSocket = function (this: { link: Link; owner: string }, options: Options): void {
  this.link = countAndOpen(options);
  this.owner = this.link.owner;
} as unknown as new (options: Options) => WebSocket;

export const network = { owner: countLinks, close: closeLink };
export { WebSocket as Socket };
export default WebSocket;
`,
  'core/polyfills.ts': `/** What the language lacks. */

import { once } from './common/once';

/** Runs it later. */
export function queueMicrotask(run: () => void): void {
  Promise.resolve().then(once(run));
}
`,
  'core/common/once.ts': `/** A function that runs once. */
export function once(run: () => void): () => void {
  let isOver = false;
  return () => {
    if (!isOver) run();
    isOver = true;
  };
}
`,
};

/** @type {(() => void)[]} */
const removals = [];
afterAll(() => {
  for (const remove of removals) remove();
});

/** @param {Record<string, string | object>} files */
function build(files) {
  const root = makeWholeProject(files, (remove) => removals.push(remove));
  expect(run(root, 'codegen/cli.mjs')).toMatchObject({ status: 0 });
  expect(run(root, 'codegen/bundle/cli.mjs')).toMatchObject({ status: 0 });
  const dist = path.join(root, 'dist');
  const texts = readdirSync(dist).map((file) => [file, readFileSync(path.join(dist, file), 'utf8')]);
  return { root, texts: /** @type {Record<string, string>} */ (Object.fromEntries(texts)) };
}

/** @param {string[]} names */
const filesOf = (names) => names.flatMap((name) => EXTENSIONS.map((extension) => `${name}${extension}`)).sort();

describe('a second part', () => {
  /** @type {ReturnType<typeof build>} */
  let alone;
  /** @type {ReturnType<typeof build>} */
  let both;
  beforeAll(() => {
    alone = build(INDEX);
    both = build({ ...INDEX, ...MORE });
  });
  const load = (/** @type {string} */ file) => createRequire(import.meta.url)(path.join(both.root, 'dist', file));

  test('becomes a bundle of its own for each platform, and one for all where it touches no host', () => {
    expect(Object.keys(alone.texts).sort()).toEqual(filesOf(['index', 'toy']));
    expect(Object.keys(both.texts).sort()).toEqual(
      filesOf(['index', 'polyfills', 'toy', 'toy-websocket', 'websocket']),
    );
  });

  test('leaves the bundles of the first as they are, to the byte', () => {
    for (const file of filesOf(['index', 'toy'])) expect(both.texts[file], file).toBe(alone.texts[file]);
    expect(alone.texts['toy.min.js']).not.toContain('owner');
    expect(both.texts['toy-websocket.min.js']).toContain('owner');
  });

  test('says what it is', () => {
    expect(both.texts['toy-websocket.js']).toContain(`/*
 * toy-socket 1.2.3, MIT licence
 * A standard class, for Toy mini programs.
 *
 * const { Socket, network } = require('./toy-websocket');
 */

'use strict';
`);
    expect(both.texts['polyfills.mjs']).toContain(
      "\n * What the language lacks, for any host.\n *\n * import { queueMicrotask } from './polyfills';\n",
    );
  });

  test('is an object of what it exports, and the first the function itself', () => {
    const { WebSocket, Socket, network, ...rest } = load('toy-websocket.js');
    expect([typeof WebSocket, Socket === WebSocket, typeof network]).toEqual(['function', true, 'object']);
    expect(rest).toEqual({ default: WebSocket, __esModule: true });
    expect(Object.keys(load('polyfills.min.js')).sort()).toEqual(['__esModule', 'queueMicrotask']);
    expect(load('toy.js')).toBe(load('toy.js').connect);
  });

  test('declares nothing at the top in a way that clashes with a parameter of that name', () => {
    for (const file of ['toy-websocket.js', 'toy-websocket.min.js']) {
      const wrapped = `(function (module, exports, WebSocket, window) {${both.texts[file]}\n})`;
      expect(() => new Function(wrapped), file).not.toThrow();
    }
  });

  test('has a subpath, and a stub for tools that do not read `exports`', () => {
    const { exports, files } = JSON.parse(readFileSync(path.join(both.root, 'package.json'), 'utf8'));
    const subpaths = Object.keys(exports).filter((subpath) => !/dist|json/.test(subpath));
    expect(subpaths.sort()).toEqual(['.', './polyfills', './toy', './toy/websocket', './websocket']);
    expect(exports['./toy/websocket'].require).toEqual({
      types: './dist/toy-websocket.d.ts',
      default: './dist/toy-websocket.js',
    });
    expect(files).toEqual(['dist', 'polyfills', 'toy', 'websocket']);
    run(both.root, 'codegen/stubs.mjs', 'make');
    for (const [subpath, name] of [
      ['toy', 'toy'],
      ['toy/websocket', 'toy-websocket'],
      ['polyfills', 'polyfills'],
    ]) {
      const folder = path.join(both.root, subpath);
      const stub = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      for (const [key, extension] of Object.entries({ main: '.js', module: '.mjs', types: '.d.ts' })) {
        expect(path.join(folder, stub[key])).toBe(path.join(both.root, 'dist', `${name}${extension}`));
      }
    }
    run(both.root, 'codegen/stubs.mjs', 'remove');
    expect(readdirSync(both.root)).not.toEqual(expect.arrayContaining(['toy']));
  });

  test.each([[['lib.es2015.d.ts']], [['lib.es2015.d.ts', 'lib.dom.d.ts']]])('compiles with %j', (lib) => {
    const file = path.join(both.root, 'app.ts');
    writeFileSync(
      file,
      "import Default, { Socket, WebSocket as Named } from './dist/toy-websocket';\nexport const all: string[] = [Default, Socket, Named].map((Class) => new Class({ params: { url: '', mode: 'fast' } }).owner);\n",
    );
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      types: [],
      lib,
      module: 99,
      moduleResolution: 100,
    });
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    expect(messages).toEqual([]);
  });

  test('needs a budget, and leaves no file behind when it goes', () => {
    writeFileSync(path.join(both.root, 'dist/gone.js'), '');
    const { status, text } = run(both.root, 'codegen/verify.mjs');
    expect(status).toBe(1);
    expect(text).toMatch(
      /dist\/toy-websocket\.min\.js has \d+ bytes and no budget: add "toy-websocket": \d+ to "budgets"/,
    );
    expect(text).toContain('dist/gone.js is made of nothing any more: remove it.');
    expect(text).not.toMatch(/:\d+:\d+ - /);
  });
});

describe('whether a part touches the host is seen from what it imports', () => {
  /** @param {Record<string, string>} files */
  const sharedParts = (files) =>
    readParts(makeProject(files, [])).flatMap(({ name, isShared }) => (isShared ? [name] : []));

  test('types of the port do not count', () => {
    const text =
      "import type { Host } from './port';\nimport { type ConnectParams } from './port';\nexport const a = 1;\n";
    expect(sharedParts({ 'core/more.ts': text })).toEqual(['more']);
  });

  test('what it imports counts, however far away', () => {
    const files = {
      'core/more.ts': "export { b } from './deep/b';\n",
      'core/deep/b.ts': "import { c } from './c';\nexport const b = c;\n",
      'core/deep/c.ts': "import { traits } from '../port';\nexport const c = () => traits.singleSocket;\n",
    };
    expect(sharedParts(files)).toEqual([]);
    expect(generated(files, 'toy/deep/c.ts')).toBe('export const c = () => false;\n');
  });
});

describe('a name that two would have is refused', () => {
  test('a platform and a part', () => {
    const files = {
      'core/more.ts': 'export const a = 1;\n',
      'platforms/toy/platform.json': { ...toyManifest(), entry: 'more' },
    };
    expect(problemsOf(files, ['toy', 'universal'])).toEqual([
      'platforms/toy/platform.json:20:3 - dist/more.js is what core/more.ts becomes: give this platform another "entry".',
    ]);
  });

  test('a platform and the folder of what is for all', () => {
    const root = makeProject();
    mkdirSync(path.join(root, 'platforms/shared'));
    expect(
      problemsOf({ 'platforms/shared/platform.json': toyManifest(), 'platforms/shared/typings.d.ts': '' })[0],
    ).toBe(
      'platforms/shared/platform.json:1:1 - build/shared is where the parts for all platforms go: give this folder another name.',
    );
  });
});
