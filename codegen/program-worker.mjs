// @ts-check
/** Makes one program in a thread of its own; the core is read once for all that come to the same thread. */
import { programOf, readSources } from './generate.mjs';
import { CodegenError } from './problems.mjs';

/** @type {ReturnType<typeof readSources> | undefined} */
let sources;

/**
 * @param {{ root: string, program: string }} piece
 * @returns {{ files?: Map<string, string>, problems?: import('./problems.mjs').Problem[] }}
 */
export default function make({ root, program }) {
  try {
    sources ??= readSources(root);
    return { files: programOf(sources, program) };
  } catch (error) {
    if (error instanceof CodegenError) return { problems: error.problems };
    throw error;
  }
}
