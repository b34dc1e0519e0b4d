// @ts-check
/**
 * Every oddity of a host as a named switch. A host picks its own defaults; a test turns single switches.
 *
 * @typedef {boolean | number | string} Value
 * @typedef {{ value: Value, one?: string[], does: string, source: string }} Quirk
 * @typedef {Record<string, any>} Quirks
 */
import { CALLS } from './quirks/calls.mjs';
import { CONNECTING } from './quirks/connecting.mjs';
import { EVENTS } from './quirks/events.mjs';
import { LIFE } from './quirks/life.mjs';

/** @type {Record<string, Quirk>} */
export const QUIRKS = { ...CONNECTING, ...EVENTS, ...CALLS, ...LIFE };

/**
 * The switches of one host: the table's values, the host's own, then the caller's. Sealed: a misspelt name throws.
 *
 * @param {...(Record<string, Value> | undefined)} layers
 * @returns {Quirks}
 */
export function quirkSet(...layers) {
  /** @type {Quirks} */
  const set = {};
  for (const name of Object.keys(QUIRKS)) set[name] = QUIRKS[name].value;
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer ?? {})) {
      check(name, value);
      set[name] = value;
    }
  }
  return Object.seal(set);
}

/** @param {string} name @param {Value} value */
function check(name, value) {
  const quirk = QUIRKS[name];
  if (!quirk) throw new TypeError(`There is no quirk "${name}"; the names are in lab/emulators/README.md`);
  const expected = quirk.one ? quirk.one.join(' | ') : typeof quirk.value;
  const fits = quirk.one ? quirk.one.includes(String(value)) : typeof value === typeof quirk.value;
  if (!fits) throw new TypeError(`Quirk "${name}" takes ${expected}, not ${JSON.stringify(value)}`);
}
