// @ts-check
/**
 * One link in the chart: its states as a band, how long it was down, and under it every ping and every message.
 *
 * @typedef {import('../recorder.mjs').Recording} Recording
 * @typedef {import('./words.mjs').Words} Words
 * @typedef {{ x: (at: number) => number, from: number, words: Words }} Ground what was before `from` is not drawn
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

/** @param {Recording} recording @param {string} link @param {Ground} ground */
export function drawLane(recording, link, ground) {
  const { from } = ground;
  const pings = recording.entries.filter((entry) => entry.kind === 'ping' && entry.link === link && entry.at >= from);
  return element(
    'g',
    {},
    ...spansOf(recording, link).flatMap((span) => (span.until > from ? [drawSpan(span, ground)] : [])),
    ...recoveriesOf(recording, link).flatMap((recovery) => drawRecovery(recovery, ground)),
    ...pings.map(({ at }) => drawPing(at, ground)),
    ...messagesOf(recording, link).flatMap((message) => (message.at >= from ? [drawMessage(message, ground)] : [])),
  );
}

/** @param {import('./facts.mjs').Span} span @param {Ground} ground */
function drawSpan({ at, until, state, attempt, cause, code }, { x, from, words }) {
  const thickness = THICKNESS[state];
  const start = x(Math.max(at, from));
  const box = { x: start, y: BAND - thickness / 2, width: Math.max(1, x(until) - start), height: thickness };
  const details = [
    words.span(words.state[state], seconds(at), seconds(until)),
    ...(attempt && state === 'connecting' ? [words.attempt(attempt)] : []),
    ...(cause ? [words.because(reason({ cause, code }, words))] : []),
  ];
  return titled('rect', { ...box, class: state }, details.join(', '));
}

/** @param {import('./facts.mjs').Recovery} recovery @param {Ground} ground */
function drawRecovery({ trouble, cause, lostAt, backAt }, { x, from, words }) {
  if (lostAt === undefined || lostAt < from) return [];
  const lost = { x1: x(lostAt), x2: x(lostAt), y1: BAND - 13, y2: BAND + 13, class: 'lost' };
  const mark = titled('line', lost, words.lostAt(words.trouble(trouble.name), seconds(lostAt), String(cause)));
  if (backAt === undefined) return [mark];
  return [mark, label(seconds(backAt - lostAt), { x: x(backAt), y: BAND - 14, class: 'down' })];
}

/** @param {number} at @param {Ground} ground */
function drawPing(at, { x, words }) {
  const shape = { d: `M${x(at).toFixed(1)} ${PINGS - 4}l4 4l-4 4l-4-4z`, class: 'ping' };
  return titled('path', shape, words.pingAt(seconds(at)));
}

/** @param {import('./facts.mjs').Message} message @param {Ground} ground */
function drawMessage(message, { x, words }) {
  const { n, at, kept, arrivedAt } = message;
  const why = whyDropped(message);
  const name = words.message(n, seconds(at));
  if (why) {
    const cross = `M${(x(at) - 3.5).toFixed(1)} ${MESSAGES - 3.5}l7 7m0 -7l-7 7`;
    return titled('path', { d: cross, class: 'dropped' }, `${name}, ${words.dropped(words.why(why))}`);
  }
  const fate = arrivedAt === undefined ? words.unanswered : words.arrived(seconds(arrivedAt - at));
  const dot = { cx: x(at), cy: MESSAGES, r: 3, class: kept ? 'kept' : 'direct' };
  return titled('circle', dot, [name, ...(kept ? [words.kept] : []), fate].join(', '));
}
