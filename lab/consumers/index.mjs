// @ts-check
/**
 * Every example as its readers have it: from the packed tarball, built with its real tool, then run.
 *
 *   npm run test:consumers [-- --only NAME …] [--package TARBALL]
 *
 * Ends with "N passed, N failed". Exit code 1 when a check fails, 2 for wrong arguments.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXAMPLES } from '../../scripts/examples/catalogue.mjs';
import { packLibrary, root } from '../../scripts/examples/library.mjs';
import { ExampleError } from '../../scripts/examples/npm.mjs';
import { installChromium, installTools } from './installed.mjs';
import { runInProcess } from './process.mjs';
import { createResults } from './results.mjs';
import { checkTypes } from './types.mjs';

const work = fileURLToPath(new URL('.work', import.meta.url));
const ONE = fileURLToPath(new URL('one.mjs', import.meta.url));
const reports = path.join(root, 'reports/consumers');
/** As many examples at a time as there are cores on the smallest machine. */
const AT_A_TIME = 2;
/** Those that take long go first. */
const ORDER = ['taro', 'uni-app', 'mpx'];

const { names, tarball } = read(process.argv.slice(2));
if (names) await main(names);

/** @param {string[]} chosen */
async function main(chosen) {
  const began = Date.now();
  const results = createResults();
  try {
    await installTools();
    const browser = installChromium();
    mkdirSync(work, { recursive: true });
    mkdirSync(reports, { recursive: true });
    const library = await packLibrary(work, tarball);
    const waiting = [...chosen].sort((a, b) => rank(a) - rank(b));
    const worker = async () => {
      for (let name = waiting.shift(); name; name = waiting.shift()) {
        await runInProcess(ONE, { name, library, browser, pictures: reports, work }, results);
      }
    };
    await Promise.all([checkTypes(results), ...Array.from({ length: AT_A_TIME }, worker)]);
  } catch (error) {
    if (!(error instanceof ExampleError)) throw error;
    results.add({ example: 'all', target: '', check: 'the tools are there', ms: 0, problem: error.message });
  }
  finish(results, Math.round((Date.now() - began) / 1000));
}

/** @param {import('./results.mjs').Results} results @param {number} seconds */
function finish(results, seconds) {
  const report = { seconds, passed: results.passed(), failed: results.failed(), results: results.all };
  mkdirSync(path.dirname(reports), { recursive: true });
  writeFileSync(`${reports}.json`, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\n${results.table().join('\n')}\n`);
  console.log(`${seconds} s, pictures in reports/consumers, all results in reports/consumers.json`);
  console.log(`${results.passed()} passed, ${results.failed()} failed`);
  process.exitCode = results.failed() > 0 ? 1 : 0;
}

/** @param {string} name */
function rank(name) {
  const place = ORDER.indexOf(name);
  return place < 0 ? ORDER.length : place;
}

/** @param {string[]} args @returns {{ names?: string[], tarball?: string }} */
function read(args) {
  try {
    const options = /** @type {const} */ ({ only: { type: 'string', multiple: true }, package: { type: 'string' } });
    const { values } = parseArgs({ args, options });
    const all = Object.keys(EXAMPLES);
    const unknown = values.only?.find((name) => !all.includes(name));
    if (unknown) throw new Error(`There is no example ${unknown}, but ${all.join(', ')}.`);
    return { names: values.only ?? all, tarball: values.package };
  } catch (error) {
    console.error(
      `${/** @type {Error} */ (error).message}\nusage: npm run test:consumers -- --only NAME --package TARBALL`,
    );
    process.exitCode = 2;
    return {};
  }
}
