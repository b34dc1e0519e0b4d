// @ts-check
import { CodegenError } from '../problems.mjs';

/**
 * Puts text between the two marks of a file that is otherwise written by hand.
 *
 * @param {string} file its name, for messages
 * @param {string} text
 * @param {string} start
 * @param {string} end
 * @param {string} content
 */
export function fillMarked(file, text, start, end, content) {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    const message = `the marks are missing: add a line ${start} and below it a line ${end}, for what codegen writes between them.`;
    throw new CodegenError([{ place: { file, line: 1, column: 1 }, message }]);
  }
  return `${text.slice(0, from + start.length)}\n${content}${text.slice(to)}`;
}
