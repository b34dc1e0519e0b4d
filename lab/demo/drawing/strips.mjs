// @ts-check
/**
 * The troubles in the chart: a shaded strip each across all lanes, with its name on top.
 *
 * @typedef {import('./facts.mjs').TroubleSpan} TroubleSpan
 * @typedef {import('./lane.mjs').Ground} Ground
 */
import { element, label, titled } from './svg.mjs';
import { seconds } from './words.mjs';

export const LABEL_ROW = 18;

/** Between two names in a row. */
const GAP = 14;

/** About the width of a character, and of a Chinese one. */
const CHARACTER = 6.6;
const WIDE_CHARACTER = 12.5;

/** A label goes into the first row in which it does not touch another. @param {TroubleSpan[]} troubles @param {Ground} ground */
export function placeLabels(troubles, { x, words }) {
  /** @type {number[]} */
  const ends = [];
  return troubles.map((trouble) => {
    const from = x(trouble.from);
    const free = ends.findIndex((end) => end < from);
    const row = free < 0 ? ends.length : free;
    const name = words.trouble(trouble.name);
    ends[row] = from + widthOf(name) + GAP;
    return { trouble, name, row };
  });
}

/** @param {ReturnType<typeof placeLabels>} labels @param {Ground} ground @param {number} bottom */
export function drawTroubles(labels, { x, words }, bottom) {
  const strips = labels.map(({ trouble: { from, until }, name, row }) => {
    const y = row * LABEL_ROW;
    const strip = { x: x(from), y, width: x(until) - x(from), height: bottom - y, class: 'trouble' };
    const text = label(name, { x: x(from) + 4, y: y + LABEL_ROW - 5, class: 'trouble-name' });
    return titled('rect', strip, words.period(name, seconds(from), seconds(until))) + text;
  });
  return element('g', {}, ...strips);
}

/** @param {string} text */
function widthOf(text) {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? WIDE_CHARACTER : CHARACTER), 0);
}
