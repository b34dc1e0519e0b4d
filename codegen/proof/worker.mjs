// @ts-check
/** Proves of the three forms of one bundle, in a thread of its own, what its users are promised. */
import { compareHostMembers } from './host-methods.mjs';
import { findUnknownAnswers } from './messages.mjs';
import { prove } from './prove.mjs';

/**
 * @typedef {{ texts: Record<string, string>, name: string, isCallable: boolean, isGiven: boolean, globals: string[], foreign: string[], unknown: string[] }} Piece
 * `texts`: by extension
 */

/** @param {Piece} piece @returns {Promise<string[]>} what is wrong */
export default async function make({ texts, name, isGiven, ...facts }) {
  const found = [];
  for (const [extension, code] of Object.entries(texts)) {
    const isModule = extension === '.mjs';
    const isMinified = extension === '.min.js';
    const bundle = { ...facts, file: `dist/${name}${extension}`, code, isModule, isMinified };
    found.push(...prove(bundle));
    for (const message of await findUnknownAnswers(bundle)) found.push(`${bundle.file}:1:1 - ${message}`);
  }
  // A shared part has no host.
  if (found.length > 0 || (facts.globals.length === 0 && !isGiven)) return found;
  return compareHostMembers({ name, readable: texts['.js'], minified: texts['.min.js'], globals: facts.globals });
}
