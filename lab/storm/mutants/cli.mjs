// @ts-check
/** `npm run mutants`: which rule of the contract caught which mutant, as a table, also in docs/reliability.md. */
import { keepOnPage } from '../../../scripts/page.mjs';
import { readSources } from './build.mjs';
import { hunt } from './hunt.mjs';
import { MUTANTS } from './mutants.mjs';
import { tableOf } from './table.mjs';

const [only] = process.argv.slice(2);
const chosen = MUTANTS.filter(({ name }) => !only || name === only);
if (chosen.length === 0) {
  console.error(`mutants: there is none called "${only}"; the names are in lab/storm/mutants/`);
  process.exit(2);
}
const sources = readSources();
/** @type {import('./hunt.mjs').Catch[]} */
const catches = [];
for (const mutant of chosen) {
  const caught = await hunt(sources, mutant);
  catches.push(caught);
  console.log(
    `${caught.rule ? `rule ${caught.rule}` : 'GOT AWAY'} after ${caught.steps} steps: ${mutant.name}${caught.what ? ` (${caught.what})` : ''}`,
  );
}
const free = catches.filter(({ rule, mutant }) => !rule && !mutant.by);
if (!only && free.length === 0) keepOnPage('docs/reliability.md', 'mutants', tableOf(catches));
console.log(`\n${catches.length - free.length} of ${catches.length} mutants caught`);
process.exitCode = free.length > 0 ? 1 : 0;
