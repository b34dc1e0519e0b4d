// @ts-check
/** What needs the packages of docs: the hooks in real React and Vue, the built site, a browser. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The minified file beside it is the same; this one has names in its stack traces. */
const dist = process.env.MDE_DIST ?? `${root}dist`;
if (!existsSync(`${dist}/wechat.mjs`)) throw new Error(`${dist}/wechat.mjs is missing: run npm run build first`);

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^mde-websocket\/(\w+)$/, replacement: `${dist}/$1.mjs` },
      { find: /^mde-websocket$/, replacement: `${dist}/index.mjs` },
    ],
    dedupe: ['react', 'react-dom', 'vue'],
  },
  test: {
    include: ['docs/test/*.test.mjs'],
    globalSetup: 'docs/test/browser.mjs',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
