// @ts-check
/** A run of storms as Markdown: how often each rule was asked, and how far each bundle came. */

import { table } from '../../scripts/page.mjs';
import { machine } from '../faults/machine.mjs';
import { sumOf } from './run.mjs';

/** @param {number} value */
const count = (value) => value.toLocaleString('en');

/** @param {import('./run.mjs').Tally[]} tallies of storms in which no rule was broken @param {{ steps: number, seed: number }} asked */
export function pageOf(tallies, { steps, seed }) {
  const all = sumOf(tallies);
  const byRule = Object.entries(all.asked).sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    `${machine()}. \`npm run storm -- --steps ${steps} --seed ${seed}\`: no rule was broken.`,
    table(
      ['rule', 'steps survived', 'times asked'],
      byRule.map(([rule, asked]) => [rule, count(all.steps), count(asked)]),
      '---:',
    ),
    table(
      ['bundle and host', 'steps', 'storms', 'twins'],
      [...tallies, all].map(({ subject, steps, storms, twins }) => [
        subject,
        count(steps),
        count(storms),
        count(twins),
      ]),
      '---:',
    ),
  ].join('\n\n');
}
