// @ts-check
import path from 'node:path';
import { readText } from './write.mjs';

/**
 * What only the core's types tell, left by codegen for the later steps of the build.
 *
 * @typedef {object} Facts
 * @property {string[]} givenOnly the options of a host that is handed over, which no bound bundle may speak of
 * @property {Record<string, import('./private-names.mjs').Names>} names by part
 */

/** Where the facts of a program are. @param {string} program */
export const factsFile = (program) => `build/${program}/facts.json`;

/**
 * The facts of the last run of codegen.
 *
 * @param {string} root
 * @param {string} program
 * @returns {Facts}
 */
export function readFacts(root, program) {
  return { givenOnly: [], names: {}, ...JSON.parse(readText(path.join(root, factsFile(program))) ?? '{}') };
}

/**
 * The names that a minifier could shorten before, and can no longer, with the mention that keeps it from that.
 *
 * @param {string} program
 * @param {Facts} before
 * @param {Facts} after
 * @returns {string[]} a line for each
 */
export function becamePublic(program, before, after) {
  return Object.entries(after.names).flatMap(([part, names]) => {
    const wasPrivate = before.names[part]?.private ?? [];
    return Object.entries(names.public)
      .filter(([name]) => wasPrivate.includes(name))
      .map(([name, place]) => `"${name}" became public in ${part} for ${program}, by its mention at ${place}.`);
  });
}
