// @ts-check
/**
 * The recording as one page that needs nothing else: the chart, its legend, and the tables.
 */
import { readFileSync } from 'node:fs';
import { drawChart } from './chart.mjs';
import { reportOf } from './report.mjs';
import { element, escapeText } from './svg.mjs';

const STYLE = readFileSync(new URL('page.css', import.meta.url), 'utf8');

const TELLS = `Three mini programs, each with its own bundle on an emulated host, keep a link to one real server and chat on it
  while things go wrong. Point at anything in the chart to read what it is.`;

/** @type {[string, string][]} */
const LEGEND = [
  ['<rect class="open" y="1" width="20" height="14"/>', 'open'],
  ['<rect class="connecting" y="3" width="20" height="10"/>', 'connecting'],
  ['<rect class="waiting" y="5" width="20" height="6"/>', 'waiting to try again'],
  ['<rect class="closed" y="7" width="20" height="2"/>', 'closed'],
  ['<rect class="trouble" width="20" height="16"/>', 'trouble, until the last link is back'],
  ['<path class="lost" d="M10 0v16"/>', 'link lost; the figure is how long until it was open again'],
  ['<path class="ping" d="M10 4l4 4l-4 4l-4-4z"/>', 'ping into a silent link'],
  ['<circle class="direct" cx="10" cy="8" r="3"/>', 'message sent at once'],
  ['<circle class="kept" cx="10" cy="8" r="3"/>', 'message kept until the link was open'],
  ['<path class="dropped" d="M6.5 4.5l7 7m0 -7l-7 7"/>', 'message dropped'],
];

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
${verdict.join('\n')}
<figure>
<div class="chart"><div class="names">${names}</div><div class="scroll" tabindex="0">${plot}</div></div>
<figcaption><ul class="legend">${LEGEND.map(legendItem).join('')}</ul></figcaption>
</figure>
${reportOf(recording, platforms).map(drawSection).join('\n')}
</body>
</html>
`;
}

/** @param {[string, string]} item */
function legendItem([mark, text]) {
  return `<li><svg width="20" height="16" aria-hidden="true">${mark}</svg>${escapeText(text)}</li>`;
}

/** @param {import('./report.mjs').Section} section */
function drawSection({ name, tables }) {
  const parts = tables.map((table) => element('div', { class: 'table' }, drawTable(table)));
  return element('section', {}, element('h2', {}, escapeText(name)), element('div', { class: 'tables' }, ...parts));
}

/** @param {import('./report.mjs').Table} table */
function drawTable({ title, headings, rows }) {
  const line = (/** @type {string} */ name, /** @type {string[]} */ cells) =>
    element('tr', {}, ...cells.map((cell) => element(name, {}, escapeText(cell))));
  const head = element('thead', {}, line('th', headings));
  const body = element('tbody', {}, ...rows.map((row) => line('td', row)));
  return element('table', {}, element('caption', {}, escapeText(title)), head, body);
}
