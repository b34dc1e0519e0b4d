// @ts-check
import { figure, table } from './table.mjs';

/** @param {any} build */
export function buildSection({ rows }) {
  return `## Build

In a copy that was never built (cold), and once more (warm); one run each, and one in all of the tests of codegen, which
compile a project each. The other tests wait for real sockets, storms and faults as long as they are told to, so their time
says little of the project's.

${table(
  ['seconds', 'cold', 'warm'],
  Object.entries(rows).map(([name, { coldSeconds, warmSeconds }]) => [
    name,
    secondsOf(coldSeconds),
    secondsOf(warmSeconds),
  ]),
)}`;
}

/** @param {number | undefined} seconds */
function secondsOf(seconds) {
  return seconds === undefined ? '–' : figure(seconds);
}
