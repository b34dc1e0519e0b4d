// @ts-check
/** `backoff` as it is shipped, out of the built bundle, with a randomness of one's own. */
import { readFileSync } from 'node:fs';
import { runCommonJs } from '../../emulators/run-bundle.mjs';

const bundle = new URL('../../../dist/wechat.js', import.meta.url);

/** @param {() => number} random */
export function loadBackoff(random) {
  const OwnMath = Object.create(Math, { random: { value: random } });
  return runCommonJs(readFileSync(bundle, 'utf8'), { Math: OwnMath }).exports.backoff;
}
