// @ts-check
/** Where a program's imports are found: clients in this folder's packages, `mde-websocket/…` in the built package. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const lab = fileURLToPath(new URL('..', import.meta.url));
export const project = fileURLToPath(new URL('../../..', import.meta.url));
export const recipes = path.join(project, 'examples/clients');

/**
 * An esbuild plugin. `classes` replaces the class: a folder with `wechat/websocket.mjs` and `polyfills.mjs` in it.
 *
 * @param {{ classes?: string, websocket?: string }} [from] `websocket`: a file in place of the class alone
 * @returns {import('esbuild').Plugin}
 */
export function library({ classes, websocket } = {}) {
  return {
    name: 'library',
    setup(build) {
      build.onResolve({ filter: /^mde-websocket\// }, ({ path: name, kind, pluginData }) => {
        if (pluginData === 'library') return;
        if (websocket && name === 'mde-websocket/wechat/websocket') return { path: websocket };
        if (classes) return { path: path.join(classes, `${name.slice('mde-websocket/'.length)}.mjs`) };
        return build.resolve(name, { kind, resolveDir: project, pluginData: 'library' });
      });
      // Recipes and what the build puts in stand outside this folder, and are to find its packages.
      build.onResolve({ filter: /^[^./]/ }, ({ path: name, kind, resolveDir, pluginData, namespace }) => {
        if (pluginData === 'library' || (namespace === 'file' && resolveDir.includes('node_modules'))) return;
        return build.resolve(name, { kind, resolveDir: lab, pluginData: 'library' });
      });
    },
  };
}

/** The sentence to say if the package has no class to test, else nothing. @param {string | undefined} classes */
export function missing(classes) {
  const file = classes ? path.join(classes, 'wechat/websocket.mjs') : path.join(project, 'dist/wechat-websocket.mjs');
  return existsSync(file) ? '' : `${file} is missing: run npm run build first.`;
}
