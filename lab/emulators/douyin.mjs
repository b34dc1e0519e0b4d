// @ts-check
/**
 * `tt`: as `wx`, with payloads of its own and close codes that may be strings. Source: TT-T.
 */
import { tt as dialect } from './payloads.mjs';
import { taskHost } from './task-host.mjs';

const OWN = { closePayload: 'string code', readyState: 'only alive', hostListeners: 'replace' };

/** @param {import('./phone.mjs').PhoneOptions} options */
export function douyin(options) {
  return taskHost(options, { name: 'tt', dialect, own: OWN });
}
