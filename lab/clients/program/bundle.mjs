// @ts-check
/** A scenario and the recipe that it drives, bundled for a mini program as a reader of the recipe would. */
import path from 'node:path';
import { build } from 'esbuild';
import { provide } from '../../../examples/clients/build/esbuild.mjs';
import { names } from '../../../examples/clients/build/names.mjs';
import { lab, library } from './library.mjs';

/**
 * @param {string} scenario
 * @param {string} recipe its names are taken
 * @param {{ lowered?: boolean, classes?: string, websocket?: string }} [how] `lowered`: async functions become
 *   promises, as the WeChat tools do it for old phones
 */
export async function bundle(scenario, recipe, { lowered = false, ...from } = {}) {
  const wanted = /** @type {Record<string, Record<string, string[]>>} */ (names)[recipe];
  if (!wanted) throw new Error(`examples/clients/build/names.mjs has no entry for "${recipe}"`);
  const { outputFiles } = await build({
    entryPoints: [path.join(lab, 'scenarios', `${scenario}.mjs`)],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    target: 'es2017',
    supported: lowered ? { 'async-await': false } : {},
    absWorkingDir: lab,
    plugins: [provide(wanted), library(from)],
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
