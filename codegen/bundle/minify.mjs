// @ts-check
import { minify } from 'terser';
import { readFacts } from '../facts.mjs';
import { shortNames } from './short-names.mjs';

/**
 * The options of terser for a bundle. Wants codegen to have run.
 *
 * @param {string} root
 * @param {Pick<import('../bundles.mjs').Bundle, 'program' | 'part'>} bundle
 * @param {string} text what is minified
 */
export function minifyOptions(root, { program, part }, text) {
  const names = readFacts(root, program).names[part].private;
  return {
    ecma: /** @type {const} */ (5),
    module: true,
    toplevel: true,
    compress: { passes: 4, inline: 2, pure_getters: true, hoist_vars: true },
    mangle: { properties: { builtins: true, regex: new RegExp(`^(${names.join('|')})$`) } },
    format: { comments: false },
    nameCache: { props: { props: shortNames(text, names) } },
  };
}

/**
 * A rollup plugin that minifies in the thread where it is called: all cores are busy with other bundles.
 *
 * @param {string} root
 * @param {import('../bundles.mjs').Bundle} bundle
 * @returns {import('rollup').OutputPlugin}
 */
export function minified(root, bundle) {
  return {
    name: 'minified',
    async renderChunk(text) {
      const { code = '' } = await minify(text, minifyOptions(root, bundle, text));
      return { code, map: null };
    },
  };
}
