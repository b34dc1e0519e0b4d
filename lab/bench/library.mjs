// @ts-check
/** A subject's library as one CommonJS text. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bench = path.dirname(fileURLToPath(import.meta.url));
export const DIST = path.join(bench, '../../dist');

/** @param {string} dist */
const aliasIn = (dist) => ({
  'mde-websocket/wechat': path.join(dist, 'wechat.mjs'),
  'mde-websocket/baidu': path.join(dist, 'baidu.mjs'),
  'mde-websocket/alipay': path.join(dist, 'alipay.mjs'),
  'mde-websocket': path.join(dist, 'index.mjs'),
});

/** @param {...string} names */
const fromProgram = (...names) => Object.fromEntries(names.map((name) => [name, `globalThis.${name}`]));

/** @param {import('./subjects/index.mjs').Subject} subject @param {string} [dist] where our own bundles are @returns {Promise<string>} */
export async function bundleLibrary({ prelude = '', imports = '', uses = 'null' }, dist = DIST) {
  const { outputFiles } = await build({
    stdin: { contents: `${prelude}\n${imports}\nexport const library = ${uses};`, resolveDir: bench },
    bundle: true,
    write: false,
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: aliasIn(dist),
    define: { ...fromProgram('Event', 'EventTarget', 'WebSocket'), process: 'undefined' },
  });
  return outputFiles[0].text;
}
