// @ts-check
import { reference } from '../subjects/index.mjs';
import { figure, ratio, table } from './table.mjs';

/** @param {any} size */
export function sizeSection({ rows, anatomy }) {
  const tools = Object.keys(rows[0].bundled);
  const own = rows.find((/** @type {any} */ { name }) => name === reference.name);
  const ratios = rows.map((/** @type {any} */ { name, bundled }) => [
    name,
    ...tools.map((tool) => ratio(bundled[tool].gzip, own.bundled[tool].gzip)),
  ]);
  const bytes = rows.map((/** @type {any} */ { name, bundled }) => [
    name,
    ...tools.map((tool) => `${figureOf(bundled[tool].gzip)} (${figureOf(bundled[tool].minified)})`),
  ]);
  return `## Size

What an application ends up with that imports the library and nothing else: bundled and minified, then gzip -9. Ours
come from the packed tarball. Every bundle was run and carried a message. The adapter that a browser's library needs in a
mini program is not counted.

${table(['gzip, ratio', ...tools], ratios)}

${table(['gzip (minified), bytes', ...tools], bytes)}

What comes with it:

${featureTable(rows)}

Where our bytes go, minified before gzip:

${table(
  ['source', ...anatomy.programs],
  anatomy.rows.map((/** @type {any} */ row) => [
    row.file,
    ...anatomy.programs.map((/** @type {string} */ name) => row[name] ?? ''),
  ]),
)}`;
}

/** @param {any[]} rows */
function featureTable(rows) {
  const names = Object.keys(rows[0].features);
  const shown = rows.filter(({ features }, index) => rows.findIndex((row) => row.features === features) === index);
  const head = ['', ...shown.map(({ name }) => (name === reference.name ? 'mde-websocket' : name))];
  return table(
    head,
    names.map((feature) => [feature, ...shown.map(({ features }) => features[feature])]),
  );
}

/** @param {number} bytes */
function figureOf(bytes) {
  return bytes >= 1000 ? bytes.toLocaleString('en') : figure(bytes);
}
