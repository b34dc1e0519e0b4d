// @ts-check
/**
 * A mistake found in what codegen reads, with the place where it is to be put right.
 *
 * @typedef {object} Place
 * @property {string} file relative to the root of the project
 * @property {number} line from 1
 * @property {number} column from 1
 *
 * @typedef {object} Problem
 * @property {Place} place
 * @property {string} message what is wrong and what to do
 */

/** Stops codegen. Its message lists every problem as `file:line:column - message`. */
export class CodegenError extends Error {
  /** @param {Problem[]} problems */
  constructor(problems) {
    super(describeProblems(problems).join('\n'));
    this.name = 'CodegenError';
    this.problems = problems;
  }
}

/** @param {Problem[]} problems */
export function throwIfAny(problems) {
  if (problems.length > 0) throw new CodegenError(problems);
}

/**
 * One line per problem, ordered by place, each once although several platforms may share it.
 *
 * @param {Problem[]} problems
 */
function describeProblems(problems) {
  const ordered = problems.slice().sort((a, b) => {
    const byFile = a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0;
    return byFile || a.place.line - b.place.line || a.place.column - b.place.column;
  });
  const lines = ordered.map(({ place, message }) => `${place.file}:${place.line}:${place.column} - ${message}`);
  return [...new Set(lines)];
}

/**
 * The place of an offset in a text.
 *
 * @param {string} file
 * @param {string} text
 * @param {number} offset
 * @returns {Place}
 */
export function placeIn(file, text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: before[before.length - 1].length + 1 };
}
