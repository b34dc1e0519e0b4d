// @ts-check
/** A soak in figures, as Markdown. */

import { table } from '../../scripts/page.mjs';
import { machine } from '../faults/machine.mjs';
import { namesAndCounts } from './words.mjs';

/**
 * @param {import('./run.mjs').Report} report
 * @param {import('./verdict.mjs').Verdict} verdict
 */
export function pageOf({ asked, samples, messages, wrong, strokes, connections, losses }, { trends, broken }) {
  const repeated = wrong.handedTwice + wrong.receivedTwice + wrong.answeredTwice + wrong.outOfOrder;
  return [
    `${machine()}. ${asked.tasks} tasks, ${asked.seconds} s, seed ${asked.seed}: ${broken.length} bounds broken.`,
    table(
      ['Figure', 'First measured', 'Last measured', 'Growth', 'Allowed'],
      trends.map(({ name, first, last, growth, bound }) => [NAMES[name], ...[first, last, growth, bound].map(short)]),
    ),
    `Compiled code, apart: ${short(samples[0].code)} MB, then ${short(samples[samples.length - 1].code)} MB.`,
    leakLine(samples, trends[0].bound),
    table(
      ['Messages to the server', 'Count'],
      [
        ['sent', messages.sent],
        ['delivered', messages.delivered],
        ['not delivered, `fail` called', messages.failed],
        [
          'not delivered, `success` called: handed to the host among the last on a link that was struck',
          messages.lostWithLink,
        ],
        ['`success` called, not handed to the host', wrong.unhanded],
        ['lost on a link that went on or was not struck', messages.lostOnLink + messages.lostUnstruck],
        ['answered by neither `success` nor `fail`', messages.unanswered],
        ['handed over twice, delivered twice, answered twice, out of order', repeated],
        ["the server's replies heard", messages.heard],
        ['heard twice', wrong.heardTwice],
      ],
    ),
    `Strokes: ${namesAndCounts(strokes)}. Connections: ${connections}. Attempts that ended, by cause: ${namesAndCounts(losses)}.`,
  ].join('\n\n');
}

/**
 * How small a leak would have been found.
 *
 * @param {import('./flat.mjs').Sample[]} samples
 * @param {number} bound in MB
 */
function leakLine(samples, bound) {
  const losses = samples[samples.length - 1].losses - samples[0].losses;
  if (losses === 0) return 'No attempt ended while it was measured.';
  const bytes = Math.ceil((bound * 2 ** 20) / losses);
  return `${losses} attempts ended while it was measured: ${bytes} bytes of heap kept for each would have broken the bound.`;
}

/** @type {Record<string, string>} */
const NAMES = {
  heap: 'heap after a full collection, compiled code apart, MB',
  handles: 'handles of the process',
  timers: 'timers of the tasks',
  listeners: 'listeners on the hosts',
};

/** @param {number} value */
function short(value) {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
}
