// @ts-check
/**
 * Every fault on every bundle, over real sockets: prints what happened and keeps it in docs/reliability.md.
 *
 *   npm run faults
 *   npm run faults -- --print     leaves the page as it is
 */
import { keepOnPage } from '../../scripts/page.mjs';
import { runCourse } from './course.mjs';
import { ENTRIES } from './entries.mjs';
import { FAULTS } from './faults.mjs';
import { machine } from './machine.mjs';
import { mistakesOf } from './mistakes.mjs';
import { namespacesPart } from './namespaces/report.mjs';
import { runInNamespaces } from './namespaces/run.mjs';
import { reportOf, tableOf } from './table.mjs';

/** How much later than promised a busy machine may notice. Milliseconds. */
const SLACK = 250;

const given = process.argv.slice(2);
if (given.every((argument) => argument === '--print')) await main(given.length === 0);
else {
  console.error(`usage: npm run faults [-- --print]; got ${given.join(' ')}`);
  process.exitCode = 2;
}

/** @param {boolean} isKept */
async function main(isKept) {
  const rows = [];
  const mistakes = [];
  for (const fault of FAULTS) {
    const runs = await Promise.allSettled(ENTRIES.map((entry) => runCourse(fault, entry)));
    const outcomes = runs.flatMap((run) => (run.status === 'fulfilled' ? [run.value] : []));
    mistakes.push(...runs.flatMap((run) => (run.status === 'rejected' ? [run.reason.message] : [])));
    rows.push(outcomes);
    console.log(`${fault.name}: ${reportOf(outcomes)}`);
  }
  const dropped = await runInNamespaces();
  const all = [...rows.flat(), ...dropped.outcomes];
  mistakes.push(...all.flatMap((outcome) => [...mistakesOf(outcome), ...latenessOf(outcome)]));
  const summary =
    mistakes.length > 0
      ? `${mistakes.length} broken promises`
      : 'nothing arrived twice, nothing out of order on its link';
  const page = [
    `${machine()}. ${all.length} runs, ${summary}. Cells: ${ENTRIES.join(' / ')}.`,
    tableOf(rows),
    namespacesPart(dropped),
  ].join('\n\n');
  console.log(`\n${page}\n`);
  for (const mistake of mistakes) console.error(mistake);
  if (mistakes.length > 0) process.exitCode = 1;
  else if (isKept) keepOnPage('docs/reliability.md', 'faults', page);
}

/** @param {import('./outcome.mjs').Outcome} outcome */
function latenessOf({ fault, entry, noticed }) {
  const isLate = fault.noticed && (noticed ?? Infinity) > fault.noticed.by + SLACK;
  return isLate ? [`${fault.name}, ${entry}: noticed after ${noticed} ms, promised within ${fault.noticed?.by}`] : [];
}
