// @ts-check
/**
 * The comparison as a page, in both languages, from what was measured.
 *
 * @typedef {{
 *   runs: import('./run.mjs').Run[],
 *   versions: Record<string, string>,
 *   sizes: Record<string, { minified: number, gzip: number }>,
 *   costs: Record<string, Record<string, { low: number }>>,
 * }} Results
 */
import { createHash } from 'node:crypto';
import { BEHAVIOURS } from './behaviours.mjs';
import { SUBJECTS } from './subjects.mjs';
import { EN, ZH } from './words.mjs';

/** @param {Results} results @returns {{ en: string, zh: string }} */
export function pagesOf(results) {
  const en = page(results, EN);
  // The site wants to know which English text the Chinese one was written against.
  const of = createHash('sha256').update(en).digest('hex').slice(0, 12);
  return { en, zh: `---\nof: ${of}\n---\n\n${page(results, ZH)}` };
}

/** @param {Results} results @param {typeof EN} words */
function page(results, words) {
  return `${[
    `# ${words.title}`,
    words.intro,
    `## ${words.hosts} {#hosts}`,
    words.hostsIntro,
    hostsTable(results, words),
    `## ${words.clients} {#clients}`,
    words.clientsIntro,
    clientsTable(results, words),
    words.why.map((line) => `- ${line}`).join('\n'),
    `## ${words.cost} {#cost}`,
    words.costIntro,
    costTable(results, words),
  ].join('\n\n')}\n`;
}

const classes = SUBJECTS.filter(({ onlyMqtt }) => !onlyMqtt);
const titleOf = (/** @type {Results} */ { versions }, /** @type {string} */ name) =>
  versions[name] ? `${name} ${versions[name]}` : name;

/** @param {Results} results @param {typeof EN} words */
function hostsTable(results, words) {
  const rows = BEHAVIOURS.map(({ name, zh }, index) => [
    `${index + 1}. ${words === ZH ? zh : name}`,
    ...classes.map((subject) => {
      const here = results.runs.filter((run) => run.behaviour === name && run.subject === subject.name);
      return `${here.filter(({ failed }) => !failed).length} / ${here.length}`;
    }),
  ]);
  return table([words.host, ...classes.map(({ name }) => titleOf(results, name))], rows);
}

/** @param {Results} results @param {typeof EN} words */
function clientsTable({ runs }, words) {
  const clients = [...new Set(runs.map(({ client }) => client))].sort();
  const rows = clients.map((client) => [
    client,
    ...SUBJECTS.map(({ name }) =>
      cellOf(
        runs.filter((run) => run.client === client && run.subject === name),
        words,
      ),
    ),
  ]);
  return table([words.client, ...SUBJECTS.map(({ name }) => name)], rows);
}

/** @param {import('./run.mjs').Run[]} runs of a client over a class @param {typeof EN} words */
function cellOf(runs, words) {
  const failed = runs.filter((run) => run.failed);
  if (runs.length === 0) return '–';
  if (failed.length === 0) return words.all;
  const [first] = failed;
  if (failed.length === runs.length && failed.every((run) => run.failed === first.failed)) {
    return words.none(words.checks[/** @type {keyof typeof EN.checks} */ (first.failed)]);
  }
  const numbers = BEHAVIOURS.flatMap(({ name }, index) =>
    failed.some((run) => run.behaviour === name) ? [index + 1] : [],
  );
  return words.not(numbers);
}

/** @param {Results} results @param {typeof EN} words */
function costTable(results, words) {
  const rows = classes.map(({ name }) => {
    const { minified, gzip } = results.sizes[name];
    const { inbound, outbound } = results.costs[name];
    return [name, String(minified), String(gzip), nanoseconds(inbound), nanoseconds(outbound)];
  });
  return table([words.class, words.minified, words.gzip, words.inbound, words.outbound], rows);
}

const nanoseconds = (/** @type {{ low: number }} */ { low }) =>
  low < 1000 ? `${Math.round(low)} ns` : `${(low / 1000).toFixed(1)} µs`;

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
