// @ts-check
import { figure, table } from './table.mjs';

/** @param {any} build */
export function buildSection({ rows, suites }) {
  return `## Build

In a copy that was never built (cold), and once more (warm); one run each. The tests are those of
${suites.map((/** @type {string} */ suite) => `\`${suite}\``).join(' and ')}, which a developer runs after a change. The others wait for real sockets, storms and faults
as long as they are told to, so their time says little of the project's, and twice over it would not fit this run.

${table(
  ['seconds', 'cold', 'warm'],
  Object.entries(rows).map(([name, { coldSeconds, warmSeconds }]) => [name, figure(coldSeconds), figure(warmSeconds)]),
)}`;
}
