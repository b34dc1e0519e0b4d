// @ts-check
/**
 * What a run says: a table of cases and checks, and the whole as JSON.
 *
 * @typedef {{ ok: boolean, ms?: number, note?: string }} Outcome
 * @typedef {{ name: string, way: string, server: string, checks: Record<string, Outcome> }} Result
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CASES } from './cases.mjs';
import { project } from './program/library.mjs';

/** Columns that every case has; what a case checks besides stands behind. */
const COLUMNS = [
  'round trip',
  'bytes',
  'short absence',
  'restart',
  'foreground',
  'network',
  'closed',
  'nothing thrown',
];

/** @param {Result[]} results */
export function printTable(results) {
  const order = [...CASES.map(({ name }) => name), 'types'].filter((name) => results.some((one) => one.name === name));
  const rows = order.map((name) =>
    row(
      results.filter((result) => result.name === name),
      name,
    ),
  );
  const head = ['client', ...COLUMNS, 'besides', 'server'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((cells) => cells[column].length)));
  const line = (/** @type {string[]} */ cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  const ways = [...new Set(results.map(({ way }) => way))];
  console.log(`\nWays: ${ways.join(' · ')}. Seconds: the longest until the client was back.\n`);
  console.log(line(head));
  for (const cells of rows) console.log(line(cells));
  console.log();
  for (const { name, way, checks } of results) {
    for (const [check, { ok, note }] of Object.entries(checks)) {
      if (!ok) console.log(`FAILED ${name}, ${way}, ${check}: ${note}`);
    }
  }
}

/** @param {Result[]} results of one case @param {string} name */
function row(results, name) {
  const cell = (/** @type {string} */ check) => {
    const outcomes = results.map(({ checks }) => checks[check]).filter(Boolean);
    if (outcomes.length === 0) return '–';
    const good = outcomes.filter(({ ok }) => ok).length;
    const times = outcomes.flatMap(({ ms }) => (ms === undefined ? [] : [ms]));
    const time = times.length ? ` ${(Math.max(...times) / 1000).toFixed(1)}s` : '';
    return `${good}/${outcomes.length}${time}`;
  };
  const others = [...new Set(results.flatMap(({ checks }) => Object.keys(checks)))].filter(
    (check) => !COLUMNS.includes(check),
  );
  const besides = others.map((check) => {
    const notes = [...new Set(results.map(({ checks }) => checks[check]?.note).filter(Boolean))];
    return `${check} ${cell(check)}${notes.length ? ` (${notes.join('; ').slice(0, 90)})` : ''}`;
  });
  return [name, ...COLUMNS.map(cell), besides.join(', ') || '–', results[0]?.server ?? ''];
}

/** @param {{ results: Result[], troubles: string[], seed: number, ms: number }} run */
export function writeReport(run) {
  const folder = path.join(project, 'reports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'clients.json'), `${JSON.stringify(run, null, 2)}\n`);
}
