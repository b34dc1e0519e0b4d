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
  const { values } = parseArgs({ args: given, options: { tasks: text, seconds: text, seed: text } });
  const asked = { ...DEFAULTS };
  for (const name of /** @type {(keyof Asked)[]} */ (Object.keys(values))) {
    asked[name] = readWhole(name, String(values[name]));
  }
  return asked;
}

/** @param {keyof Asked} name @param {string} text */
function readWhole(name, text) {
  const [from, to] = RANGES[name];
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= from && number <= to) return number;
  throw new RangeError(`--${name} must be a whole number from ${from} to ${to}, got "${text}"`);
}
