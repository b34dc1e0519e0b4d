// @ts-check
/** Makes the bundles of one program in a thread of its own. */
import { rollup } from 'rollup';
import { configsOf } from './recipe.mjs';

/**
 * @param {string} program
 * @returns {Promise<Map<string, string>>} the texts by path from the root
 */
export default async function make(program) {
  /** @type {Map<string, string>} */
  const made = new Map();
  for (const { output, ...input } of configsOf(program)) {
    const build = await rollup(input);
    for (const form of output) made.set(form.file, (await build.generate(form)).output[0].code);
    await build.close();
  }
  return made;
}
