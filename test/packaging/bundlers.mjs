// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import webpack5 from 'webpack';
// @ts-expect-error webpack 4 has no types
import webpack4 from 'webpack4';

/**
 * The bundlers by name: each makes one script of an entry file.
 *
 * @type {Record<string, (app: string, entry: string) => Promise<string>>}
 */
export const bundlers = {
  'webpack 4': (app, entry) => runWebpack(webpack4, app, entry, { hashFunction: 'sha256' }),
  'webpack 5': (app, entry) => runWebpack(webpack5, app, entry, {}),

  async vite(app, entry) {
    await vite({
      root: app,
      logLevel: 'silent',
      build: { outDir: 'vite', minify: false, rollupOptions: { input: entry, output: { entryFileNames: 'out.js' } } },
    });
    return readFileSync(path.join(app, 'vite/out.js'), 'utf8');
  },

  async esbuild(app, entry) {
    const { outputFiles } = await esbuild({ absWorkingDir: app, entryPoints: [entry], bundle: true, write: false });
    return outputFiles[0].text;
  },
};

/**
 * @param {any} webpack
 * @param {string} app
 * @param {string} entry
 * @param {object} output
 * @returns {Promise<string>}
 */
function runWebpack(webpack, app, entry, output) {
  const folder = path.join(app, `webpack-${webpack.version}`);
  return new Promise((resolve, reject) => {
    webpack(
      { context: app, entry, mode: 'production', output: { ...output, path: folder, filename: 'out.js' } },
      (/** @type {Error | null} */ error, /** @type {any} */ stats) => {
        if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString()));
        else resolve(readFileSync(path.join(folder, 'out.js'), 'utf8'));
      },
    );
  });
}
