// @ts-check
/**
 * The story as it happens: a column for each platform, and what happens at about the same time in one row.
 */

import { wrap } from './drawing/text.mjs';
import { createNarrator } from './narrator.mjs';

/** What happens within this time of a row's first event belongs to the row. Milliseconds. */
const ROW = 40;

const TIME_WIDTH = 7;
const GAP = 2;

/**
 * @param {{
 *   platforms: { id: string, name: string }[],
 *   links: import('./cast.mjs').Link[],
 *   screen: import('./screen.mjs').Screen,
 *   later?: (work: () => void, ms: number) => unknown,
 * }} options
 */
export function createTimeline({ platforms, links, screen, later = setTimeout }) {
  const { paint, print } = screen;
  const narrate = createNarrator(links);
  const width = Math.floor((screen.width - TIME_WIDTH) / platforms.length) - GAP;
  /** @type {{ at: number, cells: Map<string, { text: string, tone: import('./narrator.mjs').Tone }[]> } | undefined} */
  let row;

  function flush() {
    if (!row) return;
    const { at, cells } = row;
    row = undefined;
    const columns = platforms.map(({ id }) =>
      (cells.get(id) ?? []).flatMap(({ text, tone }) => wrap(text, width).map((line) => ({ line, tone }))),
    );
    const height = Math.max(...columns.map(({ length }) => length));
    for (let line = 0; line < height; line += 1) {
      const time = line === 0 ? clock(at) : ' '.repeat(TIME_WIDTH);
      print((paint('quiet', time) + columns.map((column) => cell(column[line])).join('')).trimEnd());
    }
  }

  /** @param {{ line: string, tone: import('./narrator.mjs').Tone } | undefined} part */
  function cell(part) {
    const { line, tone } = part ?? { line: '', tone: 'quiet' };
    return paint(/** @type {import('./narrator.mjs').Tone} */ (tone), line) + ' '.repeat(width + GAP - line.length);
  }

  /** @param {number} at @param {string} platform @param {{ text: string, tone: import('./narrator.mjs').Tone }} part */
  function add(at, platform, part) {
    if (row && at - row.at > ROW) flush();
    if (!row) {
      row = { at, cells: new Map() };
      later(flush, ROW);
    }
    row.cells.set(platform, [...(row.cells.get(platform) ?? []), part]);
  }

  /** @param {{ heading: string, tells: string }} line */
  function printHeading({ heading, tells }) {
    print('');
    print(screen.rule(heading));
    for (const part of wrap(tells, screen.width - TIME_WIDTH)) print(' '.repeat(TIME_WIDTH) + paint('quiet', part));
  }

  print(paint('strong', ' '.repeat(TIME_WIDTH) + platforms.map(({ name }) => name.padEnd(width + GAP)).join('')));
  return {
    /** @param {import('./recorder.mjs').Entry} entry */
    tell(entry) {
      const line = narrate(entry);
      if (!line) return;
      if ('platform' in line && line.platform) return add(entry.at, line.platform, line);
      flush();
      if ('heading' in line) printHeading(line);
      else print(paint('quiet', clock(entry.at)) + paint(line.tone, line.text));
    },
    flush,
  };
}

/** @param {number} at */
function clock(at) {
  return (at / 1000).toFixed(2).padStart(TIME_WIDTH - GAP) + ' '.repeat(GAP);
}
