// @ts-check
import { parse } from 'acorn';
import { walk } from './walk.mjs';

/**
 * The members of the host of which a bundle speaks.
 *
 * @param {string} code
 * @param {string[]} globals the host's objects; without one the host is what options hold as `platform`
 * @returns {string[]} each once, in alphabetical order
 */
export function hostMembers(code, globals) {
  /** @type {Set<string>} */
  const found = new Set();
  walk(parse(code, { ecmaVersion: 5 }), (node) => {
    if (node.type !== 'MemberExpression' || node.computed) return;
    const { object } = node;
    const isHost = globals.length
      ? object.type === 'Identifier' && globals.includes(object.name)
      : object.type === 'MemberExpression' && !object.computed && object.property.name === 'platform';
    if (isHost) found.add(node.property.name);
  });
  return [...found].sort();
}

/**
 * What the minified bundle calls of its host and the readable one does not, or the other way round.
 *
 * @param {{ name: string, readable: string, minified: string, globals: string[] }} bundle
 * @returns {string[]}
 */
export function compareHostMembers({ name, readable, minified, globals }) {
  const [all, left] = [hostMembers(readable, globals), hostMembers(minified, globals)];
  const missing = all.filter((member) => !left.includes(member));
  const foreign = left.filter((member) => !all.includes(member));
  if (missing.length + foreign.length === 0) return [];
  const list = (/** @type {string[]} */ names) => names.join(', ') || 'nothing';
  return [
    `dist/${name}.min.js:1:1 - of its host it lacks ${list(missing)} and has ${list(foreign)} beside dist/${name}.js: a name of the host was shortened.`,
  ];
}
