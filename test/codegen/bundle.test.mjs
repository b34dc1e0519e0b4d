// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rollup } from 'rollup';
import { describe, expect, test } from 'vitest';
import { banner } from '../../codegen/bundle/banner.mjs';
import { commonjsDeclarations } from '../../codegen/bundle/declarations.mjs';
import { formatAll } from '../../codegen/bundle/format.mjs';
import { commonjs, readable } from '../../codegen/bundle/formats.mjs';
import { transpile } from '../../codegen/bundle/transpile.mjs';
import { generate } from '../../codegen/generate.mjs';
import { replaceFolder } from '../../codegen/write.mjs';
import { PLATFORMS } from '../../lab/subjects.mjs';
import { makeProject, repository } from './project.mjs';

/**
 * Bundles the fixture's platform with this entry.
 *
 * @param {string} index
 * @param {import('rollup').OutputPlugin[]} plugins
 */
async function bundle(index, plugins) {
  const root = makeProject({ 'core/index.ts': index }, ['toy']);
  replaceFolder(root, generate(root), 'build');
  const build = await rollup({ input: path.join(root, 'build/toy/index.ts'), plugins: [transpile(root)] });
  const { output } = await build.generate({ plugins });
  return formatAll(repository, new Map([['toy.js', output[0].code]])).get('toy.js');
}

const index = `import { host } from './port';

/** What this file is about. */

/** Answers. */
function answer(given: number): number {
  // Twice.
  const twice = given * 2;

  function inner(): number {
    return twice;
  }

  return inner();
}

/** Opens a socket. */
export function connect(options: any): any;
/** @deprecated */
export function connect(options: any, old: boolean): any;
export function connect(options: any): any {
  return [host(options).connectSocket(options), answer(2)];
}
export const VERSION = '1';
export default connect;
`;

describe('a readable bundle', () => {
  test('is the core as it was written, in ES5, under its banner', async () => {
    const pkg = { name: 'toy-socket', version: '1.2.3', license: 'MIT' };
    const head = banner(pkg, toy(), 'A connection', 'required', []);
    expect(await bundle(index, [commonjs({ part: 'index', strict: true }), readable(() => head)])).toBe(`/*
 * toy-socket 1.2.3, MIT licence
 * A connection, for Toy mini programs.
 *
 * const MdeWebsocket = require('./toy');
 */

'use strict';

/** What this file is about. */

/** Answers. */
function answer(given) {
  // Twice.
  var twice = given * 2;

  function inner() {
    return twice;
  }

  return inner();
}

/** Opens a socket. */
function connect(options) {
  return [toy.connectSocket(options), answer(2)];
}
var VERSION = '1';

connect.__esModule = true;
connect.connect = connect.default = connect;
connect.VERSION = VERSION;
module.exports = connect;
`);
  });

  test('as an ES module keeps its exports', async () => {
    expect(await bundle(index, [readable(() => '')])).toMatch(/export \{ VERSION, connect, connect as default \};\n$/);
  });

  test('of a core without default export is refused', async () => {
    await expect(bundle('export const a = 1;\n', [commonjs({ part: 'index', strict: true })])).rejects.toThrow(
      'has no default export',
    );
  });
});

test('a helper of TypeScript stops the build', async () => {
  const plugin = /** @type {any} */ (transpile(repository));
  const fail = (/** @type {string} */ message) => {
    throw new Error(message);
  };
  const code = 'export const copy = (given: any) => ({ ...given });\n';
  const id = path.join(repository, 'build/toy/copy.ts');
  expect(() => plugin.transform.call({ error: fail }, code, id)).toThrow(
    'build/toy/copy.ts makes TypeScript emit "__assign": write that in ES5.',
  );
});

describe('declarations of a CommonJS bundle', () => {
  /** @param {string} code */
  const convert = (code) => {
    const plugin = /** @type {any} */ (commonjsDeclarations('index'));
    return plugin.renderChunk.call(
      {
        error: (/** @type {string} */ message) => {
          throw new Error(message);
        },
      },
      code,
    ).code;
  };

  test('are the function with everything else in its namespace', () => {
    const code = 'declare function f(): A;\n\nexport { f, v, f as default };\nexport type { A };\n';
    expect(convert(code)).toBe(
      'declare function f(): A;\n\ndeclare namespace f {\n  export { f, v, f as default };\n  export type { A };\n}\nexport = f;\n',
    );
  });

  test('need a default export', () => {
    expect(() => convert('declare const a: 1;\n\nexport { a };\n')).toThrow('no default export');
  });
});

/** @returns {any} */
function toy() {
  return { name: 'toy', part: 'index', platform: { manifest: { title: { en: 'Toy', zh: '玩具' } } } };
}

test.each(PLATFORMS.map(({ entry }) => entry))(
  'no two modules share a name, which dist/%s.js would number',
  (entry) => {
    const names = readFileSync(path.join(repository, `dist/${entry}.js`), 'utf8').match(/\w+\$\d+/g);
    expect(names).toBeNull();
  },
);
