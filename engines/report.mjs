// @ts-check
/** The table of engines and bundles, as text and between the marks of docs/reliability.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export const START = '<!-- engines:start -->';
export const END = '<!-- engines:end -->';

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
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...body.map(line)].join('\n');
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

/**
 * @param {string} file
 * @param {string} content
 * @returns {boolean} whether the marks were there
 */
export function fillMarks(file, content) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const from = text.indexOf(START);
  const to = text.indexOf(END);
  if (from < 0 || to < from) return false;
  writeFileSync(file, `${text.slice(0, from + START.length)}\n\n${content}\n\n${text.slice(to)}`);
  return true;
}
