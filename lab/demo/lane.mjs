// @ts-check
/**
 * One link in the chart: its states as a band, how long it was down, and under it every ping and every message.
 *
 * @typedef {import('./recorder.mjs').Recording} Recording
 * @typedef {(at: number) => number} Scale
 */
import { messagesOf, recoveriesOf, spansOf, whyDropped } from './facts.mjs';
import { element, label, titled } from './svg.mjs';
import { reason, seconds } from './words.mjs';

export const LANE_HEIGHT = 78;

const BAND = 32;
const PINGS = 50;
const MESSAGES = 62;

/** The band is as thick as the link is usable, so that the states differ without colour too. */
const THICKNESS = { open: 18, connecting: 12, waiting: 6, closed: 2 };

/** @param {Recording} recording @param {string} link @param {Scale} x */
export function drawLane(recording, link, x) {
  return element(
    'g',
    {},
    ...spansOf(recording, link).map((span) => drawSpan(span, x)),
    ...recoveriesOf(recording, link).flatMap((recovery) => drawRecovery(recovery, x)),
    ...recording.entries.flatMap((entry) =>
      entry.kind === 'ping' && entry.link === link ? [drawPing(x(entry.at), seconds(entry.at))] : [],
    ),
    ...messagesOf(recording, link).map((message) => drawMessage(message, x(message.at))),
  );
}

/** @param {import('./facts.mjs').Span} span @param {Scale} x */
function drawSpan({ at, until, state, attempt, cause, code }, x) {
  const thickness = THICKNESS[state];
  const box = { x: x(at), y: BAND - thickness / 2, width: Math.max(1, x(until) - x(at)), height: thickness };
  const details = [
    `${state} from ${seconds(at)} to ${seconds(until)}`,
    ...(attempt && state === 'connecting' ? [`attempt ${attempt}`] : []),
    ...(cause ? [`because: ${reason({ cause, code })}`] : []),
  ];
  return titled('rect', { ...box, class: state }, details.join(', '));
}

/** @param {import('./facts.mjs').Recovery} recovery @param {Scale} x */
function drawRecovery({ trouble, cause, lostAt, backAt }, x) {
  if (lostAt === undefined) return [];
  const lost = { x1: x(lostAt), x2: x(lostAt), y1: BAND - 13, y2: BAND + 13, class: 'lost' };
  const mark = titled('line', lost, `${trouble.name}: lost at ${seconds(lostAt)} (${cause})`);
  if (backAt === undefined) return [mark];
  return [mark, label(seconds(backAt - lostAt), { x: x(backAt), y: BAND - 14, class: 'down' })];
}

/** @param {number} x @param {string} at */
function drawPing(x, at) {
  return titled('path', { d: `M${x.toFixed(1)} ${PINGS - 4}l4 4l-4 4l-4-4z`, class: 'ping' }, `ping at ${at}`);
}

/** @param {import('./facts.mjs').Message} message @param {number} x */
function drawMessage(message, x) {
  const { n, at, kept, arrivedAt } = message;
  const why = whyDropped(message);
  const name = `message ${n}, sent at ${seconds(at)}`;
  if (why) {
    const cross = `M${(x - 3.5).toFixed(1)} ${MESSAGES - 3.5}l7 7m0 -7l-7 7`;
    return titled('path', { d: cross, class: 'dropped' }, `${name}, dropped: ${why}`);
  }
  const fate = arrivedAt === undefined ? 'never answered' : `arrived ${seconds(arrivedAt - at)} later`;
  const dot = { cx: x, cy: MESSAGES, r: 3, class: kept ? 'kept' : 'direct' };
  return titled('circle', dot, `${name}, ${kept ? 'kept, ' : ''}${fate}`);
}
