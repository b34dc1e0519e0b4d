// @ts-check
import { parseES5 } from './es5.mjs';
import { findForeignNames } from './foreign.mjs';
import { findIdleStatements, findStackedComments } from './idle.mjs';
import { findEffects } from './loading.mjs';
import { findUnknownWords } from './messages.mjs';
import { findFreeNames } from './names.mjs';

/**
 * A file of dist/ and what it may contain.
 *
 * @typedef {object} Bundle
 * @property {string} file
 * @property {string} code
 * @property {boolean} isModule whether it is an ES module, CommonJS otherwise
 * @property {boolean} [isMinified] whether people do not read it
 * @property {boolean} [isCallable] whether `require` of it returns a function
 * @property {string[]} globals what it may use besides the language: its host, or what its adapter stands on
 * @property {string[]} [unknown] options that only users of another bundle have
 * @property {string[]} foreign names of other platforms, which must not occur in it
 *
 * @typedef {{ node: any, message: string }} Finding
 */

/**
 * Proves of a bundle that it is ES5, uses nothing but its own host and the language, names no other platform and does
 * nothing when it is loaded.
 *
 * @param {Bundle} bundle
 * @returns {string[]} what is wrong, each as `file:line:column - message`
 */
export function prove(bundle) {
  const { program, syntax } = parseES5(bundle);
  if (syntax) return [`${bundle.file}:${syntax.line}:${syntax.column} - this is no ES5: ${syntax.message}`];
  const findings = [
    ...findFreeNames(bundle, program),
    ...findForeignNames(bundle, program),
    ...findUnknownWords(bundle, program),
    ...(bundle.isMinified ? [] : [...findIdleStatements(program), ...findStackedComments(bundle)]),
  ];
  if (findings.length === 0) return findEffects(bundle).map((message) => `${bundle.file}:1:1 - ${message}`);
  return findings.map(({ node, message }) => {
    const { line, column } = node.loc.start;
    return `${bundle.file}:${line}:${column + 1} - ${message}`;
  });
}
