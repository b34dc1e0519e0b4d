// @ts-check
import { figure, table } from './table.mjs';

/** @param {any} build */
export function buildSection({ rows }) {
  return `## Build

In a copy that was never built (cold), and once more (warm); one run each.

${table(
  ['seconds', 'cold', 'warm'],
  Object.entries(rows).map(([name, { coldSeconds, warmSeconds }]) => [name, figure(coldSeconds), figure(warmSeconds)]),
)}`;
}
