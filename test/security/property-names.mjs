// @ts-check
import MagicString from 'magic-string';
import { walk } from '../../codegen/proof/walk.mjs';
import { toProgram } from './bundles.mjs';

/** Operators whose result is a number, whatever they are given. */
const ARITHMETIC = /^(-|\*|\/|%|\||&|\^|<<|>>|>>>)$/;

/** The `object[key]` of a program. @param {string} code @returns {any[]} */
function computed(code) {
  /** @type {any[]} */
  const found = [];
  walk(toProgram(code), (node) => {
    if (node.type === 'MemberExpression' && node.computed) found.push(node);
    if (node.type === 'Property' && node.computed) throw new Error(`line ${node.loc.start.line}: a computed property`);
  });
  return found;
}

/**
 * The accesses whose key is not plainly a number, as they are written, each once.
 *
 * @param {string} code
 */
export function computedNames(code) {
  const texts = computed(code)
    .filter(({ property }) => typeof property.value !== 'number' && !ARITHMETIC.test(property.operator))
    .map(({ start, end }) => code.slice(start, end));
  return [...new Set(texts)].sort();
}

/** Every access with its line, in the order of `watchKeys`. @param {string} code */
export const computedPlaces = (code) =>
  computed(code).map(({ start, end, loc }) => `${loc.start.line}: ${code.slice(start, end)}`);

/**
 * The same program, in which every key passes through `watchKey(place, key)`.
 *
 * @param {string} code
 */
export function watchKeys(code) {
  const text = new MagicString(code);
  computed(code).forEach(({ property: { start, end } }, place) => {
    text.appendRight(start, `watchKey(${place}, `).appendLeft(end, ')');
  });
  return text.toString();
}
