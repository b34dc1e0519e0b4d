// @ts-check
/** Where a program's imports are found: clients in this folder's packages, `mde-websocket/…` in a built checkout. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const lab = fileURLToPath(new URL('../', import.meta.url));
export const project = fileURLToPath(new URL('../../../', import.meta.url));

/** @param {string} [checkout] */
export function libraryFiles(checkout = project) {
  return {
    'mde-websocket/wechat/websocket': path.resolve(checkout, 'dist/wechat-websocket.mjs'),
    'mde-websocket/polyfills': path.resolve(checkout, 'dist/polyfills.mjs'),
  };
}

/** The sentence to say if a checkout has no class to test, else nothing. @param {string} [checkout] */
export function missing(checkout) {
  const absent = Object.values(libraryFiles(checkout)).filter((file) => !existsSync(file));
  return absent.length === 0 ? '' : `${absent.join(' and ')} missing: run npm run build first.`;
}

/** Whether a recipe, a scenario or the build imports a package: they are to find those of this folder. */
export function isPackage(/** @type {string} */ name, importer = '') {
  return /^[@\w]/.test(name) && !/^\w+:/.test(name) && !importer.includes('node_modules');
}

/** An esbuild plugin. @param {Record<string, string>} files @returns {import('esbuild').Plugin} */
export function packages(files) {
  return {
    name: 'packages',
    setup(build) {
      build.onResolve({ filter: /^mde-websocket\// }, ({ path: name }) => ({ path: files[name] }));
      build.onResolve({ filter: /./ }, ({ path: name, kind, importer, namespace, pluginData }) => {
        if (pluginData === lab || kind === 'entry-point') return;
        if (isPackage(name, namespace === 'provide' ? '' : importer)) {
          return build.resolve(name, { kind, resolveDir: lab, pluginData: lab });
        }
      });
    },
  };
}
