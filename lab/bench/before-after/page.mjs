// @ts-check
/** What changed between two moments, ratios first. */
import { readMachine } from '../machine.mjs';
import { ratio, spread, table } from '../report/table.mjs';

/** @param {import('./bundles.mjs').Revision} before @param {import('./measure.mjs').Row[]} rows @param {number} rounds */
export function pageOf({ hash, date, title }, rows, rounds) {
  const { cpu, cores, platform, node } = readMachine();
  const cells = rows.map(({ entry, what, before, after }) => [
    `${entry}: ${what}`,
    ratio(after.median, before.median),
    spread(before),
    spread(after),
  ]);
  return [
    `Before is ${hash} (${date}, “${title}”), after the revision that this page came with: \`npm run before-after -- ${hash}\`.`,
    `${cpu}, ${cores} cores, ${platform}, Node ${node}. Times are medians of ${rounds} interleaved rounds, lowest and highest in brackets.`,
    table(['', 'after / before', 'before', 'after'], cells),
  ].join('\n\n');
}
