// @ts-check
/**
 * What a run says: a table of cases and checks, what they ran over and what was done to it, and the whole as JSON.
 *
 * @typedef {{ ok: boolean, ms?: number, note?: string }} Outcome
 * @typedef {{
 *   name: string, way: string, server: string, checks: Record<string, Outcome>, facts?: Record<string, string>,
 * }} Result
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CASES } from './cases.mjs';
import { project } from './program/library.mjs';

/** Columns that every client has; what a case checks besides stands behind. */
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
export function printReport(results) {
  const order = [...CASES.map(({ name }) => name), 'types'];
  const cases = order
    .map((name) => results.filter((result) => result.name === name))
    .filter((found) => found.length > 0);
  const ways = [...new Set(results.map(({ way }) => way))];
  console.log(`\nWays: ${ways.join(' · ')}. Seconds: the longest until the client was back.\n`);
  printTable(['client', ...COLUMNS, 'besides'], cases.map(row));
  console.log('\nServers');
  for (const server of new Set(cases.flatMap((found) => found.map(({ server }) => server)))) {
    const names = cases.filter((found) => found.some((one) => one.server === server)).map(([{ name }]) => name);
    if (server) console.log(`  ${server}: ${names.join('; ')}`);
  }
  const told = results.flatMap(({ name, way, facts = {} }) =>
    Object.entries(facts).map(([what, fact]) => `  ${name}, ${way}: ${what} ${fact}`),
  );
  if (told.length > 0) console.log(['\nWhat was done to them', ...told].join('\n'));
  console.log();
  for (const { name, way, checks } of results) {
    for (const [check, { ok, note }] of Object.entries(checks)) {
      if (!ok) console.log(`FAILED ${name}, ${way}, ${check}: ${note}`);
    }
  }
}

/** @param {string[]} head @param {string[][]} rows */
function printTable(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((cells) => cells[column].length)));
  for (const cells of [head, ...rows]) {
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  }
}

/** @param {Result[]} results of one case */
function row(results) {
  const others = new Set(results.flatMap(({ checks }) => Object.keys(checks)));
  for (const column of COLUMNS) others.delete(column);
  return [
    results[0].name,
    ...COLUMNS.map((check) => cell(results, check)),
    [...others].map((check) => `${check} ${cell(results, check)}`).join(', ') || '–',
  ];
}

/** @param {Result[]} results @param {string} check */
function cell(results, check) {
  const outcomes = results.map(({ checks }) => checks[check]).filter(Boolean);
  if (outcomes.length === 0) return '–';
  const good = outcomes.filter(({ ok }) => ok).length;
  const times = outcomes.flatMap(({ ms }) => (ms === undefined ? [] : [ms]));
  const time = times.length ? ` ${(Math.max(...times) / 1000).toFixed(1)}s` : '';
  return `${good}/${outcomes.length}${time}`;
}

/** @param {{ results: Result[], troubles: string[], seed: number, ms: number }} run */
export function writeReport(run) {
  const folder = path.join(project, 'reports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'clients.json'), `${JSON.stringify(run, null, 2)}\n`);
}
