// @ts-check
import { walk } from './walk.mjs';

/** Expressions that only have a value. */
const IDLE = new Set(['Identifier', 'MemberExpression', 'Literal', 'ThisExpression', 'BinaryExpression']);

/**
 * Statements that do nothing, which a reader would puzzle over.
 *
 * @param {any} program
 * @returns {import('./prove.mjs').Finding[]}
 */
export function findIdleStatements(program) {
  /** @type {import('./prove.mjs').Finding[]} */
  const findings = [];
  walk(program, (node) => {
    if (node.type !== 'ExpressionStatement' || node.directive || !IDLE.has(node.expression.type)) return;
    findings.push({ node, message: 'this statement has no effect: leave it out.' });
  });
  return findings;
}

/**
 * Comments of documentation one above the other, of which one speaks of something that is not there.
 *
 * @param {import('./prove.mjs').Bundle} bundle
 * @returns {import('./prove.mjs').Finding[]}
 */
export function findStackedComments({ code }) {
  return [...code.matchAll(/\*\/\s*(?=\/\*\*)/g)]
    .filter(({ index }) => code.lastIndexOf('/**', index) >= 0)
    .map(({ index, 0: { length } }) => {
      const lines = code.slice(0, index + length).split('\n');
      const start = { line: lines.length, column: lines[lines.length - 1].length };
      return { node: { loc: { start } }, message: 'two comments for one thing: keep that of the function.' };
    });
}
