// @ts-check
/**
 * A library's text running with globals of its own, as in a mini program: no `process`, no events but its own, and the
 * host, the timers and the sockets that it is given. Runs in QuickJS too.
 */
import { browserWebSocket } from './hosts/browser-websocket.mjs';

/**
 * @param {string} text CommonJS, from `library.mjs`
 * @param {import('./subjects/index.mjs').Subject} subject
 * @param {{
 *   host: any, timers: import('./subjects/index.mjs').World['timers'], globals?: Record<string, any>,
 * }} around further globals stand in front of the engine's own
 * @returns {{ library: any, WebSocket: any }} what the application imported, and what it may connect with
 */
export function runLibrary(text, { hostName = 'wx' }, { host, timers, globals: further = {} }) {
  /** @type {Record<string, any>} */
  const program = { console, CustomEvent: PlainCustomEvent, ...timers };
  const globals = { ...further, ...program, [hostName]: host, globalThis: program, window: program };
  const module = { exports: /** @type {any} */ ({}) };
  const run = new Function('module', 'exports', ...Object.keys(globals), text);
  run(module, module.exports, ...Object.values(globals));
  program.WebSocket = browserWebSocket(host, program.Event);
  return { library: module.exports.library, WebSocket: program.WebSocket };
}

class PlainCustomEvent {
  /** @param {string} type @param {{ detail: any }} init */
  constructor(type, { detail }) {
    this.type = type;
    this.detail = detail;
  }
}
