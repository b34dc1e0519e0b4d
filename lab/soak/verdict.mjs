// @ts-check
/**
 * The bounds of a soak, and which of them a report breaks.
 *
 * @typedef {{ trends: import('./flat.mjs').Trend[], broken: string[] }} Verdict
 */
import { trendOf } from './flat.mjs';
import { sumOf } from './words.mjs';

/** How much each figure may gain over the measured time: a share of its level, or what noise alone makes. */
export const ALLOWED = {
  heap: { share: 0.05, floor: 1 },
  handles: { share: 0, floor: 8 },
  timers: { share: 0, floor: 1 },
  listeners: { share: 0, floor: 1 },
};

/** @param {import('./run.mjs').Report} report @returns {Verdict} */
export function verdictOn({ asked, samples, messages, wrong, strokes, left, thrown, losses }) {
  const names = /** @type {(keyof typeof ALLOWED)[]} */ (Object.keys(ALLOWED));
  const trends = names.map((name) => trendOf(samples, name, ALLOWED[name]));
  /** @type {[boolean, string][]} */
  const bounds = [
    ...trends.map(
      ({ name, isFlat, growth, bound }) =>
        /** @type {[boolean, string]} */ ([
          isFlat,
          `${name} grew by ${growth.toFixed(2)}, allowed ${bound.toFixed(2)}`,
        ]),
    ),
    [messages.unanswered === 0, `${messages.unanswered} messages were answered neither by success nor by fail`],
    [wrong.unhanded === 0, `success was called for ${wrong.unhanded} messages that were not handed to the host`],
    [wrong.handedTwice === 0, `${wrong.handedTwice} messages were handed to the host twice`],
    [messages.lostOnLink === 0, `${messages.lostOnLink} messages were lost on a link that went on`],
    [messages.lostUnstruck === 0, `${messages.lostUnstruck} messages were lost on a link that nothing had struck`],
    [wrong.receivedTwice === 0, `${wrong.receivedTwice} messages were received twice`],
    [wrong.heardTwice === 0, `${wrong.heardTwice} messages were heard twice`],
    [wrong.answeredTwice === 0, `${wrong.answeredTwice} messages were answered twice`],
    [wrong.outOfOrder === 0, `${wrong.outOfOrder} messages were out of order`],
    [wrong.elsewhere === 0, `${wrong.elsewhere} messages arrived over another link than they were handed to`],
    [wrong.unknown === 0, `${wrong.unknown} messages arrived that nobody sent`],
    [left.timers === 0, `${left.timers} timers after close()`],
    [left.listeners === 0, `${left.listeners} listeners after close()`],
    [thrown.length === 0, `errors were thrown: ${thrown.slice(0, 3).join(', ')}`],
    // A soak that strikes nothing or says nothing proves nothing.
    [sumOf(strokes) > 0 && sumOf(losses) > 0, 'no link was cut'],
    [messages.delivered >= asked.tasks, 'hardly a message was delivered'],
  ];
  return { trends, broken: bounds.filter(([holds]) => !holds).map(([, sentence]) => sentence) };
}
