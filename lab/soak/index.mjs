// @ts-check
/**
 *   npm run soak
 *   npm run soak -- --tasks N --seconds S --seed K
 *
 * Exit code 1 when a bound is broken, 2 when the arguments are wrong or ask for more than the system allows.
 */
import { keepOnPage } from '../../scripts/page.mjs';
import { DEFAULTS, readArguments, USAGE } from './arguments.mjs';
import { checkFiles, fileLimit } from './files.mjs';
import { pageOf } from './page.mjs';
import { soak } from './run.mjs';
import { verdictOn } from './verdict.mjs';

const asked = read(process.argv.slice(2));
if (asked) {
  try {
    await main(asked);
  } catch (error) {
    console.error(`broken: ${/** @type {Error} */ (error).message}`);
    // What did not come back would keep the process alive.
    process.exit(1);
  }
}

/** @param {string[]} given */
function read(given) {
  try {
    const wanted = readArguments(given);
    checkFiles(wanted.tasks, fileLimit());
    return wanted;
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\n${USAGE}`);
    process.exitCode = 2;
    return undefined;
  }
}

/** @param {import('./arguments.mjs').Asked} wanted */
async function main(wanted) {
  const report = await soak(wanted, console.log);
  const verdict = verdictOn(report);
  const page = pageOf(report, verdict);
  console.log(`\n${page}\n`);
  for (const sentence of verdict.broken) console.error(`broken: ${sentence}`);
  const isWhole = wanted.tasks >= DEFAULTS.tasks && wanted.seconds >= DEFAULTS.seconds;
  if (verdict.broken.length > 0) process.exitCode = 1;
  else if (isWhole) keepOnPage('docs/reliability.md', 'soak', page);
}
