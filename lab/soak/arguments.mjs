// @ts-check
/**
 * What the command was asked for.
 *
 * @typedef {{ tasks: number, seconds: number, seed: number }} Asked
 */
import { parseArgs } from 'node:util';

export const DEFAULTS = { tasks: 1000, seconds: 120, seed: 1 };
/** From and to. A task takes four sockets of this process. @type {Record<keyof Asked, [number, number]>} */
const RANGES = { tasks: [4, 4000], seconds: [2, 86_400], seed: [0, 0xffff_ffff] };

export const USAGE = `usage: npm run soak -- [--tasks N] [--seconds S] [--seed K]
  default: ${DEFAULTS.tasks} tasks, ${DEFAULTS.seconds} seconds, seed ${DEFAULTS.seed}; a shorter or smaller run is printed, not kept`;

/** @param {string[]} given @returns {Asked} */
export function readArguments(given) {
  const text = /** @type {const} */ ({ type: 'string' });
  const options = { tasks: text, seconds: text, seed: text };
  // What is strict refuses a value like -1 in three sentences, none of which says what may stand there.
  const { tokens } = parseArgs({ args: given, options, strict: false, tokens: true });
  const asked = { ...DEFAULTS };
  for (const token of tokens) {
    if (token.kind !== 'option' || !isKnown(token.name))
      throw new TypeError(`unknown argument "${given[token.index]}"`);
    asked[token.name] = readWhole(token.name, token.value);
  }
  return asked;
}

/** @param {string} name @returns {name is keyof Asked} */
function isKnown(name) {
  return Object.hasOwn(DEFAULTS, name);
}

/** @param {keyof Asked} name @param {string | undefined} text */
function readWhole(name, text) {
  const [from, to] = RANGES[name];
  const number = Number(text);
  if (text && /^\d+$/.test(text) && number >= from && number <= to) return number;
  throw new RangeError(
    `--${name} must be a whole number from ${from} to ${to}, got ${text === undefined ? 'none' : `"${text}"`}`,
  );
}
