// @ts-check
/**
 * The command line: `node lab/bench/run.mjs [--only size,inbound] [--rounds 5]`.
 *
 * @typedef {{ only: string[], rounds: number, isWhole: boolean, unkept?: string }} Arguments
 * `unkept` is why the results are not to be written
 */
import { parseArgs } from 'node:util';

export const DEFAULT_ROUNDS = 5;

export const USAGE = (/** @type {string[]} */ parts) =>
  `usage: npm run bench -- [--only ${parts.join(',')}] [--rounds ${DEFAULT_ROUNDS}]`;

/**
 * @param {string[]} argv
 * @param {string[]} parts the names that `--only` may list
 * @returns {Arguments}
 */
export function readArguments(argv, parts) {
  const { only, rounds } = parse(argv, parts);
  const chosen = only === undefined ? parts : only.split(',').filter(Boolean);
  const unknown = chosen.filter((name) => !parts.includes(name));
  if (unknown.length > 0) {
    throw new RangeError(`--only: no such part: ${unknown.join(', ')}; there are ${parts.join(', ')}`);
  }
  if (chosen.length === 0) throw new RangeError(`--only: name at least one part of ${parts.join(', ')}`);
  const isWhole = only === undefined;
  const count = toRounds(rounds);
  return {
    only: parts.filter((name) => chosen.includes(name)),
    rounds: count,
    isWhole,
    unkept: whyUnkept(isWhole, count),
  };
}

/** @param {boolean} isWhole @param {number} rounds */
function whyUnkept(isWhole, rounds) {
  if (!isWhole) return 'a part is not the page; run it without --only';
  if (rounds < DEFAULT_ROUNDS)
    return `${rounds} rounds are fewer than the ${DEFAULT_ROUNDS} that the page is to rest on`;
  return undefined;
}

/** @param {string[]} argv @param {string[]} parts */
function parse(argv, parts) {
  try {
    const options = /** @type {const} */ ({ only: { type: 'string' }, rounds: { type: 'string' } });
    return parseArgs({ args: argv, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new RangeError(`${/** @type {Error} */ (error).message}\n${USAGE(parts)}`);
  }
}

/** @param {string | undefined} text */
function toRounds(text) {
  const rounds = text === undefined ? DEFAULT_ROUNDS : Number(text);
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= 50) return rounds;
  throw new RangeError(`--rounds: a whole number from 1 to 50 is needed, got "${text}"`);
}
