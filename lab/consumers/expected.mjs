// @ts-check
/** What each example's output must be, beyond what the catalogue says. */
import { PLATFORMS } from '../subjects.mjs';

/** The newest ECMAScript that an example's tool leaves in its output, which our part must not raise. */
const SYNTAX = /** @type {Record<string, number>} */ ({
  taro: 5,
  'uni-app': 2020,
  mpx: 2018,
  mqtt: 2017,
  web: 2020,
});

/** @param {string} example */
export const syntaxOf = (example) => SYNTAX[example] ?? 2018;

/**
 * @param {string} entry the file of dist/ that is taken
 * @returns {{ kind: string, own?: string }} what it runs on, and the one global that it may ask for sockets
 */
export function expectedOf(entry) {
  const platform = PLATFORMS.find((one) => one.entry === entry.replace(/-websocket$/, ''));
  if (!platform) throw new Error(`no platform folder makes the file ${entry}.js`);
  return { kind: platform.name, own: platform.global };
}

/** What an example's code imports, or where the copied file lies. @param {import('../../scripts/examples/catalogue.mjs').Example} example @param {string} entry */
export function importedAs({ copies }, entry) {
  const copied = Object.entries(copies ?? {}).find(([from]) => /\.m?js$/.test(from));
  if (copied) return `./${copied[1]}`;
  return `mde-websocket/${entry.replace('-websocket', '/websocket')}`;
}
