// @ts-check
/** What may be asked of a run; what cannot be understood ends it with a sentence. */
import { parseArgs } from 'node:util';
import { CASES, OTHER_TOOLS, WAYS } from './cases.mjs';

export function readArguments() {
  const { only, way, seed, verbose } = parse();
  const all = [...WAYS, ...OTHER_TOOLS].map(({ name }) => name);
  if (way !== undefined && !all.includes(way)) fail(`--way takes one of: ${all.join(' | ')}; not "${way}"`);
  if (!/^\d+$/.test(seed)) fail(`--seed takes a whole number, not "${seed}"`);
  return {
    ...chosen(only),
    ways: all.filter((name) => way === undefined || name === way),
    seed: Number(seed),
    verbose,
  };
}

function parse() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string' },
        way: { type: 'string' },
        seed: { type: 'string', default: '1' },
        verbose: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail(/** @type {Error} */ (error).message);
  }
}

/** @param {string} [only] names or parts of names, with semicolons between, since a name may have a comma */
function chosen(only) {
  if (only === undefined) return { cases: CASES, withTypes: true };
  const parts = only.split(';').map((part) => part.trim());
  for (const part of parts) {
    if (part !== 'types' && !CASES.some(({ name }) => name.includes(part))) {
      fail(`--only: there is no "${part}"; there are types | ${CASES.map(({ name }) => name).join(' | ')}`);
    }
  }
  return {
    cases: CASES.filter(({ name }) => parts.some((part) => name.includes(part))),
    withTypes: parts.includes('types'),
  };
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(2);
}
