// @ts-check
/** The published bundle on an emulated WeChat, over a real socket to the recipe. */
import { EventEmitter, once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadBundle, wechat, wsTransport } from '../../lab/emulators/index.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} url
 * @param {string} token
 * @param {Record<string, any>} [options]
 */
export async function connect(url, token, options = {}) {
  const phone = wechat({ transport: wsTransport() });
  const { setTimeout, clearTimeout } = phone.thread;
  const { MdeWebsocket } = await loadBundle(resolve(root, 'dist/wechat.js'), {
    wx: phone.host,
    setTimeout,
    clearTimeout,
  });
  const heard = new EventEmitter();
  /** @type {any[]} */
  const log = [];
  const task = await MdeWebsocket({
    params: { url, header: { Authorization: `Bearer ${token}` } },
    pingTimeout: 100,
    pongTimeout: 5000,
    reconnectTimeout: 50,
    isPong: (/** @type {any} */ data) => {
      if (data !== 'pong') return false;
      heard.emit('pong');
      return true;
    },
    ...options,
  });
  for (const type of ['open', 'message', 'close', 'reconnect']) {
    task.on(type, (/** @type {any} */ event) => {
      log.push({ type, ...event });
      heard.emit(type, event);
    });
  }
  const next = async (/** @type {string} */ type) => (await once(heard, type))[0];
  return { task, log, next, codes: () => log.filter(({ type }) => type === 'close').map(({ code }) => code) };
}
