// @ts-check
/**
 * `npm run before-after -- REVISION`: the bundles of an earlier revision beside those of the working tree, in one run,
 * interleaved. Keeps the table in docs/before-and-after.md.
 */
import { keepOnPage } from '../../../scripts/page.mjs';
import { BenchmarkError } from '../check.mjs';
import { setUp } from '../setup.mjs';
import { inWorkshop } from '../workshop.mjs';
import { readRevision, shelveBoth } from './bundles.mjs';
import { measureBoth } from './measure.mjs';
import { pageOf } from './page.mjs';

const ROUNDS = 5;
const say = (/** @type {string} */ line) => console.error(line);
const [revision, ...others] = process.argv.slice(2);

try {
  if (!revision || others.length > 0) throw new RangeError('usage: npm run before-after -- REVISION');
  const before = readRevision(revision);
  setUp(say);
  const rows = await inWorkshop(async (folder) =>
    measureBoth(await shelveBoth(folder, before), { rounds: ROUNDS, say }),
  );
  const page = pageOf(before, rows, ROUNDS);
  console.log(page);
  keepOnPage('docs/before-and-after.md', 'before-and-after', page);
} catch (error) {
  if (!(error instanceof RangeError) && !(error instanceof BenchmarkError)) throw error;
  console.error(`before-after: ${error.message}`);
  process.exitCode = error instanceof RangeError ? 2 : 1;
}
