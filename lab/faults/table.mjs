// @ts-check
/**
 * What the courses showed, as a Markdown table: a row per fault, in each cell the bundles in their order.
 *
 * @typedef {import('./outcome.mjs').Outcome} Outcome
 */
import { table } from '../../scripts/page.mjs';
import { ENTRIES } from './entries.mjs';

const HEAD = ['Fault', 'What the task reported', 'Noticed, ms', 'Back, ms', 'To the server', 'To the client'];

/** @param {Outcome[][]} rows the outcomes of all bundles, fault by fault */
export function tableOf(rows) {
  return table(HEAD, rows.map(rowOf));
}

/** @param {Outcome[]} outcomes */
function rowOf(outcomes) {
  const { fault } = outcomes[0];
  const ofEach = (/** @type {(outcome: Outcome) => string} */ tell) => outcomes.map(tell).join(' / ');
  return [
    `**${fault.name}**: ${fault.does}`,
    reportOf(outcomes),
    ofEach(({ noticed }) => roundOf(noticed)),
    ofEach(({ back }) => roundOf(back)),
    `${ofEach(({ received }) => String(received.flat().length))} of ${outcomes[0].sent.length}`,
    `${ofEach(({ heard }) => String(heard.length))} of ${outcomes[0].told.length}`,
  ];
}

/** @param {number | undefined} ms */
function roundOf(ms) {
  return ms === undefined ? '–' : String(Math.round(ms));
}

/** Each different report once, with the bundles it is of when it is not of all. @param {Outcome[]} outcomes */
export function reportOf(outcomes) {
  /** @type {Map<string, string[]>} */
  const reports = new Map();
  for (const outcome of outcomes) {
    const report = `\`${shorten(outcome.story) || 'nothing'}\`${errorsOf(outcome)}`;
    reports.set(report, [...(reports.get(report) ?? []), outcome.entry]);
  }
  const isOfAll = reports.size === 1 && outcomes.length === ENTRIES.length;
  return [...reports].map(([report, of]) => (isOfAll ? report : `${of.join(', ')}: ${report}`)).join('<br>');
}

/** Attempts that ended alike are counted. @param {string} story */
function shorten(story) {
  return story.replace(/((?:error; )*close [^;]+; reconnect; )\1+/g, (all, one) => {
    return `${all.length / one.length} × (${one.slice(0, -2)}); `;
  });
}

/** @param {Outcome} outcome */
function errorsOf({ errors }) {
  const texts = errors.map((text) => `“${text.replace(/ [\d.]+:\d+/, '')}”`);
  return texts.length > 0 ? ` ${texts.join(', ')}` : '';
}
