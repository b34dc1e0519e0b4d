// @ts-check
/** A scenario and the recipe that it drives, bundled for a mini program as a reader of the recipe would. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import inject from '@rollup/plugin-inject';
import * as esbuild from 'esbuild';
import * as vite from 'vite';
import webpack from 'webpack';
import { provide } from '../../../examples/clients/build/esbuild.mjs';
import { names } from '../../../examples/clients/build/names.mjs';
import viteConfig from '../../../examples/clients/build/vite.config.mjs';
import webpackConfig from '../../../examples/clients/build/webpack.config.mjs';
import { isPackage, lab, library, packages } from './library.mjs';

/** @typedef {{ entry: string, wanted: import('../../../examples/clients/build/names.mjs').Names, lowered: boolean, replaced?: Record<string, string> }} Job */

/** @type {Record<import('../cases.mjs').Tool, (job: Job) => Promise<string>>} */
const TOOLS = { esbuild: byEsbuild, webpack: byWebpack, vite: byVite, 'vite, plugin-inject': byViteWithPlugin };

/**
 * @param {string} scenario
 * @param {string} recipe its names are taken
 * @param {{ tool?: import('../cases.mjs').Tool, lowered?: boolean, replaced?: Record<string, string> }} [how]
 *   `lowered`: async functions become promises, as the WeChat tools do it for old phones; `replaced`: files that esbuild
 *   takes for modules
 * @returns {Promise<string>}
 */
export function bundle(scenario, recipe, { tool = 'esbuild', lowered = false, replaced } = {}) {
  const wanted = names[recipe];
  if (!wanted) throw new Error(`examples/clients/build/names.mjs has no entry for "${recipe}"`);
  return TOOLS[tool]({ entry: path.join(lab, 'scenarios', `${scenario}.mjs`), wanted, lowered, replaced });
}

/** @param {Job} job */
async function byEsbuild({ entry, wanted, lowered, replaced }) {
  const { outputFiles } = /** @type {{ outputFiles: esbuild.OutputFile[] }} */ (
    await esbuild.build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'browser',
      target: 'es2017',
      supported: lowered ? { 'async-await': false } : {},
      absWorkingDir: lab,
      plugins: [provide(wanted), packages(replaced)],
      logLevel: 'silent',
    })
  );
  return outputFiles[0].text;
}

/** The example's own configuration, for another entry and another client's names. @param {Job} job @returns {Promise<string>} */
function byWebpack({ entry, wanted }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mde-clients-webpack-'));
  const compiler = webpack({
    .../** @type {any} */ (webpackConfig),
    context: lab,
    entry,
    mode: 'none',
    output: { ...webpackConfig.output, path: folder },
    // The recipes lie inside the library's own tree, and would find that one by its name.
    resolve: { alias: { 'mde-websocket': library }, modules: ['node_modules', path.join(lab, 'node_modules')] },
    plugins: [new webpack.ProvidePlugin(wanted)],
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const failure = error ?? (stats?.hasErrors() ? new Error(stats.toString('errors-only')) : undefined);
      if (failure) reject(failure);
      else resolve(readFileSync(path.join(folder, webpackConfig.output.filename), 'utf8'));
      rmSync(folder, { recursive: true, force: true });
    });
  });
}

/** The same for Vite. @param {Job} job */
function byVite(job) {
  return viteBuild(job, { rolldownOptions: { transform: { inject: job.wanted } } }, []);
}

/** The same for older ones, where a plugin does it. @param {Job} job */
function byViteWithPlugin(job) {
  return viteBuild(job, {}, [/** @type {any} */ (inject)(job.wanted)]);
}

/** @param {Job} job @param {vite.BuildOptions} build @param {vite.Plugin[]} plugins @returns {Promise<string>} */
async function viteBuild({ entry }, build, plugins) {
  const { rolldownOptions: _, lib, ...rest } = /** @type {any} */ (viteConfig).build;
  const built = await vite.build({
    configFile: false,
    root: lab,
    logLevel: 'silent',
    plugins: [...plugins, packagesOfLab],
    build: { ...rest, ...build, lib: { ...lib, entry }, write: false, minify: false },
  });
  return /** @type {any} */ (built)[0].output[0].code;
}

/** @type {vite.Plugin} */
const packagesOfLab = {
  name: 'packages of the lab',
  enforce: 'pre',
  resolveId(name, importer = '') {
    if (importer && isPackage(name, importer)) return this.resolve(name, path.join(lab, 'cli.mjs'), { skipSelf: true });
  },
};
