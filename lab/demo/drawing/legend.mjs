// @ts-check
/**
 * What the marks of the chart mean.
 */
import { element, escapeText } from './svg.mjs';
import { ENGLISH } from './words.mjs';

/** @type {[string, keyof import('./words.mjs').Words['legend']][]} */
const MARKS = [
  ['<rect class="open" y="1" width="20" height="14"/>', 'open'],
  ['<rect class="connecting" y="3" width="20" height="10"/>', 'connecting'],
  ['<rect class="waiting" y="5" width="20" height="6"/>', 'waiting'],
  ['<rect class="closed" y="7" width="20" height="2"/>', 'closed'],
  ['<rect class="trouble" width="20" height="16"/>', 'trouble'],
  ['<path class="lost" d="M10 0v16"/>', 'lost'],
  ['<path class="ping" d="M10 4l4 4l-4 4l-4-4z"/>', 'ping'],
  ['<circle class="direct" cx="10" cy="8" r="3"/>', 'direct'],
  ['<circle class="kept" cx="10" cy="8" r="3"/>', 'kept'],
  ['<path class="dropped" d="M6.5 4.5l7 7m0 -7l-7 7"/>', 'dropped'],
];

/** @param {import('./words.mjs').Words} [words] */
export function drawLegend(words = ENGLISH) {
  const items = MARKS.map(
    ([mark, name]) =>
      `<li><svg width="20" height="16" aria-hidden="true">${mark}</svg>${escapeText(words.legend[name])}</li>`,
  );
  return element('ul', { class: 'legend' }, ...items);
}
