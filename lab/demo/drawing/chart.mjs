// @ts-check
/**
 * The recording drawn: time from left to right, a lane for each link, every trouble a shaded strip across them.
 * The names of the lanes are a drawing of their own, so that they stay in view while the other one scrolls.
 *
 * @typedef {import('../recorder.mjs').Recording} Recording
 * @typedef {import('./words.mjs').Words} Words
 * @typedef {{ words?: Words, from?: number, perSecond?: number }} View
 * the language, where the drawing begins, and how wide a second is; without the last, a whole recording fits
 */
import { endOf, troublesOf } from './facts.mjs';
import { drawLane, LANE_HEIGHT } from './lane.mjs';
import { drawTroubles, LABEL_ROW, placeLabels } from './strips.mjs';
import { element, label } from './svg.mjs';
import { wrap } from './text.mjs';
import { ENGLISH } from './words.mjs';

/** What a whole recording fits into, if its seconds do not get too narrow for that. */
const PLOT_WIDTH = 1060;

const MARGIN = 14;
const NAME_LENGTH = 9;
/** About the width of a bold character. */
const CHARACTER = 8;
const LINE = 15;
const AXIS = 22;

/** Seconds between two figures on the axis, and how wide that must be for them. */
const TICKS = [2, 5, 10, 20, 30, 60];
const TICK_WIDTH = 50;

/** @param {Recording} recording @param {View} [view] @returns {{ names: string, plot: string }} */
export function drawChart(recording, { words = ENGLISH, from = 0, perSecond } = {}) {
  const end = endOf(recording);
  const scale = perSecond ?? Math.min(60, Math.max(30, PLOT_WIDTH / ((end - from) / 1000)));
  const x = (/** @type {number} */ at) => MARGIN + ((Math.max(at, from) - from) * scale) / 1000;
  const ground = { x, from, words };
  const labels = placeLabels(
    troublesOf(recording).filter(({ until }) => until > from),
    ground,
  );
  const top = LABEL_ROW * Math.max(0, ...labels.map(({ row }) => row + 1)) + 6;
  const bottom = top + recording.links.length * LANE_HEIGHT;
  const height = bottom + AXIS;
  const lanes = recording.links.map(({ id }, index) =>
    element('g', { transform: `translate(0 ${top + index * LANE_HEIGHT})` }, drawLane(recording, id, ground)),
  );
  const axis = drawAxis({ ...ground, end, top, bottom, scale });
  const parts = [drawTroubles(labels, ground, bottom), axis, ...lanes];
  const says = { role: 'img', 'aria-label': describe(recording, words) };
  return { names: drawNames(recording, top, height), plot: drawing(x(end) + 2 * MARGIN, height, says, parts) };
}

/** Names are broken between words. @param {Recording} recording @param {number} top @param {number} height */
function drawNames({ links }, top, height) {
  const longest = Math.max(NAME_LENGTH, ...links.flatMap(({ name }) => name.split(' ').map(({ length }) => length)));
  const lines = links.map(({ name }) => wrap(name, longest));
  const labels = lines.flatMap((parts, index) =>
    parts.map((part, line) =>
      label(part, { x: 0, y: top + index * LANE_HEIGHT + LANE_HEIGHT / 2 + line * LINE, class: 'name' }),
    ),
  );
  return drawing(longest * CHARACTER, height, { 'aria-hidden': 'true' }, labels);
}

/** @param {number} width @param {number} height @param {Record<string, string>} attributes @param {string[]} parts */
function drawing(width, height, attributes, parts) {
  const size = { width, height, viewBox: `0 0 ${Math.round(width)} ${height}` };
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, ...attributes }, ...parts);
}

/** @param {import('./lane.mjs').Ground & { end: number, top: number, bottom: number, scale: number }} ground */
function drawAxis({ x, from, end, top, bottom, scale, words }) {
  const step = TICKS.find((tick) => tick * scale >= TICK_WIDTH) ?? TICKS[TICKS.length - 1];
  const fine = step / 2;
  /** @type {string[]} */
  const parts = [];
  for (let second = Math.ceil(from / 1000 / fine) * fine; second * 1000 <= end; second += fine) {
    const at = x(second * 1000);
    parts.push(element('line', { x1: at, x2: at, y1: top, y2: bottom, class: 'grid' }));
    if (second % step === 0) parts.push(label(words.tick(second), { x: at, y: bottom + 16, class: 'tick' }));
  }
  return element('g', {}, ...parts);
}

/** @param {Recording} recording @param {Words} words */
function describe(recording, words) {
  const names = troublesOf(recording).map(({ name }) => words.trouble(name));
  return words.chart(
    recording.links.map(({ name }) => name),
    names,
  );
}
