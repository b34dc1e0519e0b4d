// @ts-check
/**
 * A host as data says it is, the data being what `behaviour.json` of a platform folder holds.
 *
 * @typedef {{ name: string, words: import('./payloads.mjs').Dialect, own: Record<string, import('./quirks.mjs').Value> }} Kind
 * @typedef {{
 *   emulator: string,
 *   words?: string,
 *   quirks?: Record<string, import('./quirks.mjs').Value>,
 *   framework?: string,
 * }} Behaviour
 * @typedef {(options: import('./phone.mjs').PhoneOptions) => import('./emulator.mjs').Emulator} MakeHost
 */
import { browser } from './browser.mjs';
import { eitherHost } from './either-host.mjs';
import { mpx } from './mpx.mjs';
import { WORDS } from './payloads.mjs';
import { singleHost } from './single-host.mjs';
import { taro } from './taro.mjs';
import { taskHost } from './task-host.mjs';
import { uni } from './uni.mjs';

/** @type {Record<string, (options: import('./phone.mjs').PhoneOptions, kind: Kind) => import('./emulator.mjs').Emulator>} */
export const FAMILIES = {
  'task host': taskHost,
  'single host': singleHost,
  'either host': eitherHost,
  browser,
};

/** @type {Record<string, (inner: import('./emulator.mjs').Emulator) => import('./emulator.mjs').Emulator>} */
export const FRAMEWORKS = { Taro: taro, uni, mpx };

/**
 * @param {string} name of the global: `wx`, `my`, …
 * @param {Behaviour} behaviour
 * @returns {MakeHost}
 */
export function hostOf(name, { emulator, words = 'wx', quirks = {}, framework }) {
  const kind = { name, words: WORDS[words], own: quirks };
  if (!framework) return (options) => FAMILIES[emulator](options, kind);
  return (options) => FRAMEWORKS[framework](FAMILIES[emulator](options, kind));
}
