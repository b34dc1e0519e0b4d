// @ts-check
import { readText } from './write.mjs';

/** Where codegen leaves, for the later steps of the build, what only the core's types tell. */
export const FACTS = 'build/facts.json';

/**
 * @typedef {object} Facts
 * @property {string[]} givenOnly the options of a host that is handed over, which no bound bundle may speak of
 * @property {Record<string, import('./private-names.mjs').Names>} names by bundle
 */

/**
 * The facts of the last run of codegen.
 *
 * @param {string} file
 * @returns {Facts}
 */
export function readFacts(file) {
  return { givenOnly: [], names: {}, ...JSON.parse(readText(file) ?? '{}') };
}

/**
 * The names that a minifier could shorten before, and can no longer, with the mention that keeps it from that.
 *
 * @param {Facts} before
 * @param {Facts} after
 * @returns {string[]} a line for each
 */
export function becamePublic(before, after) {
  return Object.entries(after.names).flatMap(([bundle, names]) => {
    const wasPrivate = before.names[bundle]?.private ?? [];
    return Object.entries(names.public)
      .filter(([name]) => wasPrivate.includes(name))
      .map(
        ([name, place]) =>
          `"${name}" is not shortened any more in ${bundle}.min.js: its type is not known at ${place}.`,
      );
  });
}
