// @ts-check
/**
 * The command line of the storm.
 *
 * @typedef {{ steps: number, seed: number, only?: string, path?: string }} Arguments
 */

/** A run of all bundles of at least so many steps is kept in docs/reliability.md. */
export const KEPT_FROM = 1_000_000;

export const USAGE = `npm run storm -- [options]
  --steps N     steps in all, spread over the bundles (default ${KEPT_FROM}); so many and more are kept in the docs
  --seed S      where to begin (default: a new one every time)
  --only NAME   one bundle on one kind of host
  --path P      with --seed and --only: only the storm that failed, as its story told`;

/**
 * @param {string[]} given
 * @param {string[]} subjects
 * @returns {Arguments}
 */
export function readArguments(given, subjects) {
  /** @type {Arguments} */
  const known = { steps: KEPT_FROM, seed: Math.floor(Math.random() * 1e9) };
  for (let at = 0; at < given.length; at += 2) {
    const [name, value] = [given[at], given[at + 1]];
    if (!['--steps', '--seed', '--only', '--path'].includes(name)) throw new TypeError(`unknown argument "${name}"`);
    if (value === undefined) throw new TypeError(`${name} needs a value`);
    if (name === '--steps') known.steps = whole(name, value, 1);
    else if (name === '--seed') known.seed = whole(name, value, 0);
    else if (name === '--path') known.path = pathOf(value);
    else known.only = oneOf(value, subjects);
  }
  if (known.path && !(given.includes('--seed') && known.only)) throw new TypeError('--path needs --seed and --only');
  return known;
}

/** @param {string} name @param {string} value @param {number} least */
function whole(name, value, least) {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= 0x7fffffff) return number;
  throw new TypeError(`${name} takes a whole number from ${least} to 2147483647, not "${value}"`);
}

/** @param {string} value */
function pathOf(value) {
  if (/^\d+(:\d+)*$/.test(value)) return value;
  throw new TypeError(`--path takes numbers with colons between them, not "${value}"`);
}

/** @param {string} value @param {string[]} subjects */
function oneOf(value, subjects) {
  if (subjects.includes(value)) return value;
  throw new TypeError(`--only takes one of: ${subjects.map((name) => `"${name}"`).join(', ')}; not "${value}"`);
}
