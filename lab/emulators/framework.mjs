// @ts-check
/**
 * A framework's object around a host: everything is passed on, `connectSocket` is the framework's own.
 */
import { install } from './methods.mjs';

/**
 * @param {import('./emulator.mjs').Emulator} inner
 * @param {string} name
 * @param {(params: any) => any} connectSocket
 * @returns {import('./emulator.mjs').Emulator}
 */
export function framework(inner, name, connectSocket) {
  const { host, quirks } = inner;
  /** @type {Record<string, (...args: any[]) => any>} */
  const methods = {};
  for (const method of Object.keys(host)) methods[method] = (...args) => host[method](...args);
  return { ...inner, name, host: install({}, name, quirks, { ...methods, connectSocket }) };
}
