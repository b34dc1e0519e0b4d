// @ts-check
/**
 * `wx`: a task at once, success before open, no `off*` for sockets. Source: WX-T, WX-D.
 */
import { wx as dialect } from './payloads.mjs';
import { taskHost } from './task-host.mjs';

/** @param {import('./phone.mjs').PhoneOptions} options */
export function wechat(options) {
  return taskHost(options, { name: 'wx', dialect, own: { hostListeners: 'replace' } });
}
