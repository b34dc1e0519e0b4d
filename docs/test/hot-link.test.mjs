// @ts-check
/** A hot reload of the module that holds the link. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { runCommonJs } from '../../lab/emulators/run-bundle.mjs';
import { startCounting } from './server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = process.env.MDE_DIST ?? `${root}dist`;

test('closes the link of the module that goes', async () => {
  const server = await startCounting();
  const { outputFiles } = await build({
    entryPoints: [resolve(root, 'docs/snippets/link.js')],
    bundle: true,
    write: false,
    format: 'cjs',
    alias: { 'mde-websocket/wechat': resolve(dist, 'wechat.mjs') },
    define: { 'import.meta.hot': 'hot' },
  });
  /** @type {(() => void)[]} */
  const leaves = [];
  const load = () =>
    runCommonJs(outputFiles[0].text, {
      wx: server.host(),
      hot: { dispose: (/** @type {() => void} */ leave) => leaves.push(leave) },
    }).exports;
  load().acquire();
  await server.until(() => server.alive() === 1);
  leaves[0]();
  const next = load();
  next.acquire();
  await server.until(() => server.opened() === 2 && server.alive() === 1);
  next.release();
  await server.until(() => server.alive() === 0);
  expect(server.opened()).toBe(2);
  server.stop();
});
