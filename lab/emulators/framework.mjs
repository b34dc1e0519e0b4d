// @ts-check
/**
 * A framework's object around a host: everything is passed on but what is the framework's own, `connectSocket` above all.
 */
import { install } from './methods.mjs';

/**
 * @param {import('./emulator.mjs').Emulator} inner
 * @param {string} name
 * @param {Record<string, (params: any) => any>} own
 * @returns {import('./emulator.mjs').Emulator}
 */
export function framework(inner, name, own) {
  const { host, quirks } = inner;
  /** @type {Record<string, (...args: any[]) => any>} */
  const methods = {};
  for (const method of Object.keys(host)) methods[method] = (...args) => host[method](...args);
  const outer = install({}, name, quirks, { ...methods, ...own });
  return { ...inner, name, host: outer, globals: { [name]: outer } };
}
