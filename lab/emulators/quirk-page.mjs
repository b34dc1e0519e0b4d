// @ts-check
/** The table of the switches, for the README: `node lab/emulators/quirk-page.mjs` writes it there. */
import { fileURLToPath } from 'node:url';
import { keepOnPage, table } from '../../scripts/page.mjs';
import { CALLS } from './quirks/calls.mjs';
import { CONNECTING } from './quirks/connecting.mjs';
import { EVENTS } from './quirks/events.mjs';
import { LIFE } from './quirks/life.mjs';

const PARTS = { connectSocket: CONNECTING, Events: EVENTS, Calls: CALLS, 'Application life': LIFE };

export function quirkTables() {
  return Object.entries(PARTS)
    .map(([title, quirks]) => `### ${title}\n\n${table(['name', 'value', 'what it does', 'source'], rowsOf(quirks))}`)
    .join('\n\n');
}

/** @param {Record<string, import('./quirks.mjs').Quirk>} quirks */
function rowsOf(quirks) {
  return Object.entries(quirks).map(([name, { value, one, does, source }]) => {
    const values = one ? ` (${one.join(', ')})` : '';
    return [`\`${name}\``, `${JSON.stringify(value)}${values}`, does, source];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) keepOnPage('lab/emulators/README.md', 'quirks', quirkTables());
