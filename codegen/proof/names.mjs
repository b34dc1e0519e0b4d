// @ts-check
import { analyze } from 'eslint-scope';
import { walk } from './walk.mjs';

/** ES5 with Promise, typed arrays and a Symbol to test for, and the two timers that every host has. */
const STANDARD = [
  'Array ArrayBuffer Boolean DataView Date Error Infinity JSON Math NaN Number Object Promise RangeError RegExp String',
  'Symbol TypeError Uint8Array clearTimeout encodeURIComponent isFinite isNaN parseInt setTimeout undefined',
].join(' ');
const MODULE = ['module', 'exports'];

/**
 * Free names that are neither the language's nor the host's, and a host that is used as the file loads.
 *
 * @param {import('./prove.mjs').Bundle} bundle
 * @param {any} program
 * @returns {import('./prove.mjs').Finding[]}
 */
export function findFreeNames({ isModule, globals }, program) {
  const allowed = new Set([...STANDARD.split(' '), ...(isModule ? [] : MODULE), ...globals]);
  const { globalScope, scopes } = analyze(program, { ecmaVersion: 6, sourceType: isModule ? 'module' : 'script' });
  const calledAtOnce = findCalledAtOnce(program);
  /** @type {import('./prove.mjs').Finding[]} */
  const findings = [];
  // A script's own top-level names pass through its global scope too.
  const own = new Set(globalScope?.variables.filter(({ defs }) => defs.length > 0).map(({ name }) => name));
  for (const { identifier, from } of globalScope?.through ?? []) {
    const name = /** @type {any} */ (identifier).name;
    if (own.has(name)) continue;
    if (!allowed.has(name)) {
      findings.push({ node: identifier, message: `"${name}" is neither ES5 nor this platform's: do without it.` });
    } else if (globals.includes(name) && runsOnLoad(from, calledAtOnce)) {
      findings.push({ node: identifier, message: `"${name}" is touched when the file is loaded: wait for a call.` });
    }
  }
  const reserved = scopes
    .flatMap(({ variables }) => variables)
    .filter(({ name, defs }) => defs.length > 0 && ['require', ...MODULE].includes(name));
  for (const { name, defs } of reserved) {
    const message = `"${name}" is declared, and misread by tools that look for modules: rename it in the core.`;
    findings.push({ node: defs[0].name, message });
  }
  return findings;
}

/**
 * Whether a scope's code runs as the file is loaded: outside functions, or in one that is called where it is written.
 *
 * @param {import('eslint-scope').Scope | null} scope
 * @param {Set<any>} calledAtOnce
 */
function runsOnLoad(scope, calledAtOnce) {
  for (let around = scope; around; around = around.upper) {
    if (around.type === 'function' && !calledAtOnce.has(around.block)) return false;
  }
  return true;
}

/** @param {any} program */
function findCalledAtOnce(program) {
  const found = new Set();
  walk(program, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    found.add(node.callee.type === 'MemberExpression' ? node.callee.object : node.callee);
  });
  return found;
}
