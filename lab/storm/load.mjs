// @ts-check
/**
 * A built file as a function of the world it runs in. The text is compiled once; calling it is a fresh program.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist');

/** What a program may use of the engine that depends on the moment. */
const GLOBALS = ['setTimeout', 'clearTimeout', 'Date', 'Math', 'Promise'];

/**
 * @typedef {Record<string, any>} Globals
 * @typedef {(globals: Globals) => any} Program
 */

/**
 * @param {string} text a CommonJS file
 * @param {string} [host] the name by which it knows its host
 * @returns {Program}
 */
export function compile(text, host) {
  const names = [...GLOBALS, ...(host ? [host] : [])];
  const run = new Function('module', 'exports', ...names, text);
  return (globals) => {
    const module = { exports: {} };
    run(module, module.exports, ...names.map((name) => globals[name]));
    return module.exports;
  };
}

/**
 * The programs of `dist/`.
 *
 * @returns {(subject: import('./subjects.mjs').Subject) => Program}
 */
export function library() {
  /** @type {Map<string, Program>} */
  const programs = new Map();
  return ({ bundle, isMinified, global }) => {
    const file = `${bundle}${isMinified ? '.min' : ''}.js`;
    const known = programs.get(file);
    if (known) return known;
    const program = compile(readFileSync(path.join(DIST, file), 'utf8'), global);
    programs.set(file, program);
    return program;
  };
}
