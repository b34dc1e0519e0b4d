// @ts-check
/**
 * The recording drawn: time from left to right, a lane for each link, every trouble a shaded strip across them.
 * The names of the lanes are a drawing of their own, so that they stay in view while the other one scrolls.
 *
 * @typedef {import('./recorder.mjs').Recording} Recording
 * @typedef {import('./facts.mjs').TroubleSpan} TroubleSpan
 */
import { endOf, troublesOf } from './facts.mjs';
import { drawLane, LANE_HEIGHT } from './lane.mjs';
import { element, label, titled } from './svg.mjs';
import { wrap } from './text.mjs';
import { seconds } from './words.mjs';

/** What a whole recording fits into, if its seconds do not get too narrow for that. */
const PLOT_WIDTH = 1060;

const MARGIN = 14;
const NAMES_WIDTH = 72;
const NAME_LENGTH = 9;
const LINE = 15;
const LABEL_ROW = 18;
const AXIS = 22;

/** About the width of a character in a trouble's label. */
const CHARACTER = 6.6;

/** @param {Recording} recording @returns {{ names: string, plot: string }} */
export function drawChart(recording) {
  const end = endOf(recording);
  const scale = Math.min(60, Math.max(30, PLOT_WIDTH / (end / 1000))) / 1000;
  const x = (/** @type {number} */ at) => MARGIN + at * scale;
  const labels = placeLabels(troublesOf(recording), x);
  const top = LABEL_ROW * Math.max(0, ...labels.map(({ row }) => row + 1)) + 6;
  const bottom = top + recording.links.length * LANE_HEIGHT;
  const width = x(end) + 2 * MARGIN;
  const height = bottom + AXIS;
  const lanes = recording.links.map(({ id }, index) =>
    element('g', { transform: `translate(0 ${top + index * LANE_HEIGHT})` }, drawLane(recording, id, x)),
  );
  const names = recording.links.flatMap(({ name }, index) =>
    wrap(name, NAME_LENGTH).map((part, line) =>
      label(part, { x: 0, y: top + index * LANE_HEIGHT + LANE_HEIGHT / 2 + line * LINE, class: 'name' }),
    ),
  );
  const parts = [drawTroubles(labels, x, bottom), drawAxis(end, x, top, bottom), ...lanes];
  return {
    names: drawing(NAMES_WIDTH, height, { 'aria-hidden': 'true' }, names),
    plot: drawing(width, height, { role: 'img', 'aria-label': describe(recording) }, parts),
  };
}

/** @param {number} width @param {number} height @param {Record<string, string>} attributes @param {string[]} parts */
function drawing(width, height, attributes, parts) {
  const size = { width, height, viewBox: `0 0 ${Math.round(width)} ${height}` };
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, ...attributes }, ...parts);
}

/** A label goes into the first row in which it does not touch another. @param {TroubleSpan[]} troubles @param {(at: number) => number} x */
function placeLabels(troubles, x) {
  /** @type {number[]} */
  const ends = [];
  return troubles.map((trouble) => {
    const from = x(trouble.from);
    const free = ends.findIndex((end) => end < from);
    const row = free < 0 ? ends.length : free;
    ends[row] = from + trouble.name.length * CHARACTER + MARGIN;
    return { trouble, row };
  });
}

/** @param {ReturnType<typeof placeLabels>} labels @param {(at: number) => number} x @param {number} bottom */
function drawTroubles(labels, x, bottom) {
  const strips = labels.map(({ trouble: { name, from, until }, row }) => {
    const y = row * LABEL_ROW;
    const strip = { x: x(from), y, width: x(until) - x(from), height: bottom - y, class: 'trouble' };
    const text = label(name, { x: x(from) + 4, y: y + LABEL_ROW - 5, class: 'trouble-name' });
    return titled('rect', strip, `${name}: ${seconds(from)} to ${seconds(until)}`) + text;
  });
  return element('g', {}, ...strips);
}

/** @param {number} end @param {(at: number) => number} x @param {number} top @param {number} bottom */
function drawAxis(end, x, top, bottom) {
  /** @type {string[]} */
  const parts = [];
  for (let second = 0; second * 1000 <= end; second += 1) {
    const at = x(second * 1000);
    parts.push(element('line', { x1: at, x2: at, y1: top, y2: bottom, class: 'grid' }));
    if (second % 2 === 0) parts.push(label(`${second} s`, { x: at, y: bottom + 16, class: 'tick' }));
  }
  return element('g', {}, ...parts);
}

/** @param {Recording} recording */
function describe(recording) {
  const names = troublesOf(recording).map(({ name }) => name);
  const links = recording.links.map(({ name }) => name);
  return `Timeline of ${links.join('; ')} through ${names.join(', ')}; the tables below hold the figures.`;
}
