// @ts-check
/**
 * Every example as its readers have it: from the packed tarball, built with its real tool, then run.
 *
 *   npm run test:consumers [-- --only NAME] [--package TARBALL]
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
import { createResults } from './results.mjs';

const work = fileURLToPath(new URL('.work', import.meta.url));
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
    const { startChromium } = await import('./browser/chromium.mjs');
    const { startWechatBuilder } = await import('./wechat.mjs');
    const { runExample } = await import('./example.mjs');
    mkdirSync(work, { recursive: true });
    const library = await packLibrary(work, tarball);
    const chromium = await startChromium(installChromium(), reports);
    const wechat = startWechatBuilder();
    const waiting = [...chosen].sort((a, b) => rank(a) - rank(b));
    const worker = async () => {
      for (let name = waiting.shift(); name; name = waiting.shift()) {
        await runExample(name, { results, library, wechat, chromium, work });
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    wechat.stop();
    await chromium.stop();
  } catch (error) {
    if (!(error instanceof ExampleError)) throw error;
    await results.check('all', '', 'the tools are there', () => [error.message]);
  }
  mkdirSync(path.dirname(reports), { recursive: true });
  const seconds = Math.round((Date.now() - began) / 1000);
  const report = { seconds, passed: results.passed(), failed: results.failed(), results: results.all };
  writeFileSync(`${reports}.json`, `${JSON.stringify(report, null, 2)}\n`);
  for (const { example, target, check, problem } of results.all) {
    if (problem) console.error(`FAILED ${example} ${target}: ${check}`);
  }
  console.log(`\n${seconds} s, pictures in reports/consumers, all results in reports/consumers.json`);
  console.log(`${results.passed()} passed, ${results.failed()} failed`);
  process.exit(results.failed() > 0 ? 1 : 0);
}

/** @param {string} name */
function rank(name) {
  const place = ORDER.indexOf(name);
  return place < 0 ? ORDER.length : place;
}

/** @param {string[]} args @returns {{ names?: string[], tarball?: string }} */
function read(args) {
  try {
    const options = /** @type {const} */ ({ only: { type: 'string' }, package: { type: 'string' } });
    const { values } = parseArgs({ args, options });
    const all = Object.keys(EXAMPLES);
    if (values.only && !all.includes(values.only)) {
      throw new Error(`There is no example ${values.only}, but ${all.join(', ')}.`);
    }
    return { names: values.only ? [values.only] : all, tarball: values.package };
  } catch (error) {
    console.error(
      `${/** @type {Error} */ (error).message}\nusage: npm run test:consumers -- --only NAME --package TARBALL`,
    );
    process.exitCode = 2;
    return {};
  }
}
