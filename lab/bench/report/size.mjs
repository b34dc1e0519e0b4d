// @ts-check
import { reference } from '../subjects/index.mjs';
import { figure, ratio, table } from './table.mjs';

/** @param {any} size */
export function sizeSection({ rows, features, anatomy }) {
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
mini program is not counted. One build each: the same input gives the same bytes.

${table(['gzip, ratio', ...tools], ratios)}

${table(['gzip (minified), bytes', ...tools], bytes)}

What comes with it. The first ${Object.keys(features[0].seen).length} rows are what each library was seen to do, in virtual time: whether it ever
sends on a link that is silent, whether it turns to another one, and when it gives up a host that never answers, within
its 60 s. The others are as documented.

${featureTable(features)}

These rest on, beside what is not there at all: ${features.map(restsOn).join('; ')}.

Where our bytes go, minified before gzip:

${table(
  ['source', ...anatomy.programs],
  anatomy.rows.map((/** @type {any} */ row) => [
    row.file,
    ...anatomy.programs.map((/** @type {string} */ name) => row[name] ?? ''),
  ]),
)}`;
}

/** @param {any[]} features */
function featureTable(features) {
  const columns = features.map(({ seen, documented }) => ({ ...seen, ...documented }));
  return table(
    ['', ...features.map(({ name }) => ownName(name))],
    Object.keys(columns[0]).map((feature) => [feature, ...columns.map((column) => column[feature])]),
  );
}

/** @param {any} feature */
function restsOn({ name, restsOn: options }) {
  return `${ownName(name)}: ${options.map((/** @type {string} */ option) => `\`${option}\``).join(', ')}`;
}

/** @param {string} name */
function ownName(name) {
  return name === reference.name ? 'mde-websocket' : name;
}

/** @param {number} bytes */
function figureOf(bytes) {
  return bytes >= 1000 ? bytes.toLocaleString('en') : figure(bytes);
}
