// @ts-check
import path from 'node:path';
import { FACTS, readFacts } from '../facts.mjs';

/**
 * The options of terser for a bundle. Wants codegen to have run.
 *
 * @param {string} root
 * @param {string} entry the bundle's name
 */
export function minifyOptions(root, entry) {
  const names = readFacts(path.join(root, FACTS)).names[entry].private;
  return {
    ecma: /** @type {const} */ (5),
    module: true,
    toplevel: true,
    compress: { passes: 4, inline: 2, pure_getters: true, hoist_vars: true },
    mangle: { properties: { builtins: true, regex: new RegExp(`^(${names.join('|')})$`) } },
    format: { comments: false },
  };
}
