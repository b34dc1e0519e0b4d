// @ts-check
/**
 * `npm run bench`: measures everything and writes `lab/bench/results.json` and `docs/benchmarks.md` with its pictures. With
 * `--only` it measures a part and prints that part of the page instead.
 */
import { writeFileSync } from 'node:fs';
import { DEFAULT_ROUNDS, readArguments } from './args.mjs';
import { readMachine, readVersions } from './machine.mjs';
import { parts } from './parts.mjs';
import { toJson } from './report/json.mjs';
import { keepPage, pageOf } from './report/page.mjs';
import { setUp } from './setup.mjs';
import { createStopwatch, verifyInTime } from './time.mjs';

const stopwatch = createStopwatch();
const say = (/** @type {string} */ line) => console.error(`${String(stopwatch.seconds()).padStart(4)} s  ${line}`);

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
  const { only, rounds, isWhole, unkept } = readArguments(process.argv.slice(2), Object.keys(parts));
  await stopwatch.time('set-up', () => setUp(say));
  /** @type {Record<string, any>} */
  const results = { machine: readMachine(), versions: readVersions(), rounds };
  for (const name of only) results[name] = await stopwatch.time(name, () => parts[name]({ rounds, say }));
  results.seconds = stopwatch.seconds();
  results.partSeconds = stopwatch.partSeconds;
  const page = pageOf(results, { isWhole });
  if (unkept) {
    console.log(page);
    say(`done; nothing was written: ${unkept}`);
  } else {
    await keepPage(page, results.crowd);
    writeFileSync(new URL('results.json', import.meta.url), `${toJson(results)}\n`);
    say('done: docs/benchmarks.md, lab/bench/results.json');
  }
  const named = Object.entries(stopwatch.partSeconds).map(([name, seconds]) => `${name} ${seconds} s`);
  say(`it took ${results.seconds} s: ${named.join(', ')}`);
  if (isWhole && rounds <= DEFAULT_ROUNDS) verifyInTime(stopwatch.seconds());
}
