// @ts-check
import { walk } from './walk.mjs';

/**
 * Names of other platforms in texts and as members; as variables they are free names, which are looked at elsewhere.
 *
 * @param {import('./prove.mjs').Bundle} bundle
 * @param {any} program
 * @returns {import('./prove.mjs').Finding[]}
 */
export function findForeignNames({ foreign }, program) {
  /** @type {import('./prove.mjs').Finding[]} */
  const findings = [];
  walk(program, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') {
      const found = foreign.find((name) => occursIn(node.value, name));
      if (found) findings.push({ node, message: `this text names another platform, "${found}".` });
    }
    const key = node.type === 'MemberExpression' ? node.property : node.type === 'Property' ? node.key : undefined;
    if (key?.type === 'Identifier' && !node.computed && foreign.includes(key.name)) {
      findings.push({ node: key, message: `this member has another platform's name, "${key.name}".` });
    }
  });
  return findings;
}

/**
 * Whether a text has a name as a word of its own.
 *
 * @param {string} text
 * @param {string} name
 */
function occursIn(text, name) {
  return text.split(/[^\p{L}\p{N}_$]+/u).some((word) => word.toLowerCase() === name.toLowerCase());
}

/**
 * The names of the platforms that a platform's bundle must not know. The universal one may name them all.
 *
 * @param {import('../manifest.mjs').Platform} platform
 * @param {import('../manifest.mjs').Platform[]} platforms
 */
export function foreignNames(platform, platforms) {
  if (platform.isGiven) return [];
  const own = namesOf(platform);
  return platforms
    .filter(({ isGiven }) => !isGiven)
    .flatMap(namesOf)
    .filter((name) => !own.includes(name));
}

/** @param {import('../manifest.mjs').Platform} platform */
function namesOf({ name, entry, global, manifest }) {
  return [name, entry, manifest.title.en, manifest.title.zh, ...(global ? [global] : [])];
}
