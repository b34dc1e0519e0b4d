// @ts-check
/** Each figure of both moments, in turn, so that a slow moment of the machine meets both alike. */
import { interleave } from '../rounds.mjs';
import { summarizeFields } from '../stats.mjs';
import { alipay } from '../subjects/mde.mjs';
import { INTERPRETED, runWorker } from '../worker.mjs';

const TASKS = '10000';

/**
 * @typedef {import('./bundles.mjs').Bundle} Bundle
 * @typedef {{ entry: string, what: string, before: import('../stats.mjs').Summary, after: import('../stats.mjs').Summary }} Row
 * @typedef {{ what: string, field: string, rounds?: number, fits?: (bundle: Bundle) => boolean, measure: (bundle: Bundle) => Promise<any> }} Figure
 */

/** @param {string} direction @param {string} kind @param {string[]} [flags] @returns {(bundle: Bundle) => Promise<any>} */
const message =
  (direction, kind, flags) =>
  ({ subject, file }) =>
    runWorker('message/worker.mjs', [direction, kind, subject.name, file], flags);

/** @type {Figure[]} */
const FIGURES = [
  { what: 'inbound, ns', field: 'ns', measure: message('inbound', 'time') },
  { what: 'inbound, bytes, interpreted', field: 'bytes', rounds: 1, measure: message('inbound', 'bytes', INTERPRETED) },
  { what: 'outbound, ns', field: 'ns', measure: message('outbound', 'time') },
  { what: 'outbound in a burst, with `success`, ns', field: 'ns', measure: message('burst', 'time') },
  {
    what: 'heap of an idle task, bytes',
    field: 'bytes',
    rounds: 1,
    // One connection in all is nothing to divide by.
    fits: ({ subject }) => subject !== alipay,
    measure: ({ subject, file }) => runWorker('memory/worker.mjs', [subject.name, file, TASKS]),
  },
  { what: 'minified file, gzip, bytes', field: 'bytes', rounds: 1, measure: async ({ gzip }) => ({ bytes: gzip }) },
];

/** @param {import('./bundles.mjs').Pair[]} pairs @param {{ rounds: number, say: (line: string) => void }} how @returns {Promise<Row[]>} */
export async function measureBoth(pairs, { rounds, say }) {
  /** @type {Row[]} */
  const rows = [];
  for (const { before, after } of pairs) {
    for (const { what, field, rounds: own = rounds, fits = () => true, measure } of FIGURES) {
      if (!fits(after)) continue;
      say(`${after.subject.name}: ${what}`);
      const [old, fresh] = (await interleave([before, after], own, measure)).map(({ measured }) =>
        summarizeFields(measured),
      );
      rows.push({ entry: after.subject.name, what, before: old[field], after: fresh[field] });
    }
  }
  return rows;
}
