// @ts-check
/** The table of engines and bundles, as Markdown and as text. */
import { table } from '../../scripts/page.mjs';

/**
 * @typedef {{ engine: string, standsFor: string, cells: Map<string, string> }} Row one engine, its result by bundle
 *
 * @param {string[]} columns
 * @param {Row[]} rows
 */
export function toMarkdown(columns, rows) {
  const header = ['Engine', 'stands for', ...columns.map((bundle) => `\`${bundle.replace('dist/', '')}\``)];
  const body = rows.map(({ engine, standsFor, cells }) => [
    engine,
    standsFor,
    ...columns.map((bundle) => cells.get(bundle) ?? '–'),
  ]);
  return table(header, body);
}

/** The same with its columns in line. @param {string} markdown */
export function toText(markdown) {
  const rows = markdown.split('\n').map((line) => line.slice(2, -2).split(' | '));
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  const kept = rows.filter((_, index) => index !== 1);
  return kept
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
