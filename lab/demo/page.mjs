// @ts-check
/**
 * The recording as one page that needs nothing else: the chart, its legend, and the tables.
 */
import { readFileSync } from 'node:fs';
import { drawChart } from './drawing/chart.mjs';
import { drawLegend } from './drawing/legend.mjs';
import { element, escapeText } from './drawing/svg.mjs';
import { gainOf, reportOf } from './report.mjs';
import { tellTimeouts } from './timeouts.mjs';

const STYLE = ['page.css', 'drawing/chart.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('');

const TELLS = `Three mini programs, each with its own bundle on an emulated host, keep a link to one real server and chat on it
  while things go wrong; beside them one without the library does what is often written: onClose and a timer. Point at anything in the chart to read what it is.`;

/**
 * @param {import('./recorder.mjs').Recording} recording
 * @param {{ id: string, name: string }[]} platforms
 * @param {{ problems: string[], summary: string }} verdict
 */
export function drawPage(recording, platforms, { problems, summary }) {
  const { names, plot } = drawChart(recording);
  const verdict = [summary, ...problems].map((text) =>
    element('p', { class: problems.length > 0 ? 'verdict bad' : 'verdict' }, escapeText(text)),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>mde-websocket: a story of troubles</title>
<style>
${STYLE}</style>
</head>
<body>
<h1>mde-websocket: a story of troubles</h1>
<p>${TELLS}</p>
<p>${escapeText(tellTimeouts(recording.timeouts))}</p>
${verdict.join('\n')}
${gainOf(recording)
  .map((sentence) => element('p', {}, escapeText(sentence)))
  .join('\n')}
<figure class="story">
<div class="chart"><div class="names">${names}</div><div class="scroll" tabindex="0">${plot}</div></div>
<figcaption>${drawLegend()}</figcaption>
</figure>
${reportOf(recording, platforms).map(drawSection).join('\n')}
</body>
</html>
`;
}

/** @param {import('./report.mjs').Section} section */
function drawSection({ name, tables }) {
  const parts = tables.map((table) => element('div', { class: 'table' }, drawTable(table)));
  return element('section', {}, element('h2', {}, escapeText(name)), element('div', { class: 'tables' }, ...parts));
}

/** @param {import('./report.mjs').Table} table */
function drawTable({ title, headings, rows, note }) {
  const line = (/** @type {string} */ name, /** @type {string[]} */ cells) =>
    element('tr', {}, ...cells.map((cell) => element(name, {}, escapeText(cell))));
  const head = element('thead', {}, line('th', headings));
  const body = element('tbody', {}, ...rows.map((row) => line('td', row)));
  const table = element('table', {}, element('caption', {}, escapeText(title)), head, body);
  return note ? table + element('p', { class: 'note' }, escapeText(note)) : table;
}
