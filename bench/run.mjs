// @ts-check
/**
 * `npm run bench`: measures everything and writes `bench/results.json` and `docs/benchmarks.md` with its pictures. With
 * `--only` it measures a part and prints that part of the page instead.
 */
import { writeFileSync } from 'node:fs';
import { readArguments } from './args.mjs';
import { readMachine, readVersions } from './machine.mjs';
import { parts } from './parts.mjs';
import { writePage } from './report/page.mjs';
import { setUp } from './setup.mjs';

const begin = performance.now();
const seconds = () => ((performance.now() - begin) / 1000).toFixed(0).padStart(4);
const say = (/** @type {string} */ line) => console.error(`${seconds()} s  ${line}`);

try {
  await main();
} catch (error) {
  const { name, message, stack } = /** @type {Error} */ (error);
  console.error(name === 'BenchmarkError' || name === 'RangeError' ? `bench: ${message}` : stack);
  process.exitCode = 1;
}
// Peers leave timers behind.
process.exit();

async function main() {
  const { only, rounds, isWhole } = readArguments(process.argv.slice(2), Object.keys(parts));
  setUp(say);
  /** @type {Record<string, any>} */
  const results = { machine: readMachine(), versions: readVersions(), rounds };
  for (const name of only) results[name] = await parts[name]({ rounds, say });
  results.seconds = Math.round((performance.now() - begin) / 1000);
  const page = await writePage(results, { isWhole });
  if (isWhole) writeFileSync(new URL('results.json', import.meta.url), `${toJson(results)}\n`);
  else console.log(page);
  say(
    isWhole
      ? 'done: docs/benchmarks.md, bench/results.json'
      : 'done; nothing was written, for that run it without --only',
  );
}

/** A list of plain values, which the project's formatter wants on one line. */
const PLAIN_LIST = /\[\n\s+([^[\]{}]+?)\n\s+\]/g;

/** @param {any} results */
function toJson(results) {
  const { crowd, ...others } = results;
  const { curves, ...figures } = crowd;
  const text = JSON.stringify({ ...others, crowd: figures }, replacer, 2);
  return text.replace(PLAIN_LIST, (_, list) => `[${list.replace(/\n\s+/g, ' ')}]`);
}

/** What never happened is infinite, which JSON does not know. @param {string} _key @param {any} value */
function replacer(_key, value) {
  if (value === Number.POSITIVE_INFINITY) return 'never';
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
