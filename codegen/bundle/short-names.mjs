// @ts-check
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_';

/** Words of two letters that some old parser may take for the keyword, as a property too. */
const KEYWORDS = ['as', 'do', 'if', 'in', 'is', 'of'];

/**
 * A short name for each private property of a program, as terser keeps them: the shortest for those that are met most
 * often, of the letters that are met most often, so that the bundle compresses well.
 *
 * @param {string} text the program
 * @param {string[]} names
 * @returns {Record<string, string>}
 */
export function shortNames(text, names) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const words = countOf(code.match(/[\w$]+/g) ?? []);
  const letters = byCount([...LETTERS], countOf([...code]));
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  const free = [...letters, ...pairs].filter((name) => !words.has(name) && !KEYWORDS.includes(name));
  return Object.fromEntries(byCount(names, words).map((name, i) => [`$${name}`, free[i]]));
}

/** @param {string[]} items */
function countOf(items) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/**
 * The most frequent first; of equals the one that came first.
 *
 * @param {string[]} items
 * @param {Map<string, number>} counts
 */
function byCount(items, counts) {
  return [...items].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
}
