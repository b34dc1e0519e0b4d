// @ts-check
/** The bundlers by name: each makes one minified script of an entry file, as an application in production does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import webpack from 'webpack';

/** @type {Record<string, (entry: string) => Promise<string>>} */
export const bundlers = {
  async esbuild(entry) {
    const { outputFiles } = await esbuild({
      entryPoints: [entry],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      platform: 'browser',
    });
    return outputFiles[0].text;
  },

  async rollup(entry) {
    const bundle = await rollup({
      input: entry,
      plugins: [nodeResolve({ browser: true }), commonjs(), terser()],
      onwarn() {},
    });
    const { output } = await bundle.generate({ format: 'iife' });
    await bundle.close();
    return output[0].code;
  },

  webpack(entry) {
    const folder = path.join(path.dirname(entry), 'webpack');
    const filename = path.basename(entry);
    const options = { context: path.dirname(entry), entry, mode: /** @type {const} */ ('production') };
    return new Promise((resolve, reject) => {
      webpack({ ...options, output: { path: folder, filename }, performance: false }, (error, stats) => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString()));
        else resolve(readFileSync(path.join(folder, filename), 'utf8'));
      });
    });
  },
};
