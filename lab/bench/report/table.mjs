// @ts-check
/** Markdown tables, and figures as people read them. */

import { table as markdownTable } from '../../../scripts/page.mjs';
import { verify } from '../check.mjs';

/**
 * @param {string[]} head
 * @param {(string | number)[][]} rows the first column is text, the others are figures
 */
export function table(head, rows) {
  return markdownTable(head, rows, '---:');
}

/** Three digits that matter, thousands apart. @param {number} value */
export function figure(value) {
  if (!Number.isFinite(value)) return 'never';
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  const rounded = Number(value.toFixed(Math.min(digits, 3)));
  return rounded.toLocaleString('en');
}

/**
 * A median with the lowest and the highest of its rounds.
 *
 * @param {import('../stats.mjs').Summary} summary
 */
export function spread({ median, low, high }) {
  const [middle, least, most] = [figure(median), figure(low), figure(high)];
  return least === most ? middle : `${middle} (${least}–${most})`;
}

/**
 * How many rounds stand behind the figures of a table, which must be the same for all.
 *
 * @param {import('../stats.mjs').Summary[]} summaries
 * @param {string} [one] what a round is called here
 */
export function roundsOf(summaries, one = 'round') {
  const [count, ...others] = new Set(summaries.map(({ rounds }) => rounds));
  verify(count > 0 && others.length === 0, `a table of figures from ${[count, ...others].join(' and ')} rounds`);
  return count === 1 ? `one ${one}` : `${count} ${one}s`;
}

/** @param {number} value @param {number} unit */
export function ratio(value, unit) {
  if (!Number.isFinite(value)) return 'never';
  return `${figure(value / unit)}×`;
}
