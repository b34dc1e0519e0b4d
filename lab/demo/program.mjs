// @ts-check
/**
 * What the mini program itself does: it keeps one link and chats on it, whatever the link is doing.
 * All it knows of the link is the public API.
 *
 * @typedef {Awaited<ReturnType<typeof startProgram>>} Program
 */
import { startChat } from './chat.mjs';
import { QUICK } from './timeouts.mjs';

export const PING = 'heartbeat';
export const PONG = 'pong';

/**
 * @param {string} link
 * @param {string} url
 * @param {{ MdeWebsocket: any, thread: import('../emulators/thread.mjs').Thread, record: import('./recorder.mjs').Record }} host
 */
export async function startProgram(link, url, { MdeWebsocket, thread, record }) {
  const task = await MdeWebsocket({
    ...QUICK,
    params: { url },
    reconnectTimeout: MdeWebsocket.backoff({ min: 200, max: 1200 }),
    isPong: (/** @type {unknown} */ data) => data === PONG,
    pingMsg() {
      record({ kind: 'ping', link });
      return PING;
    },
    logger: (/** @type {any} */ entry) => record({ kind: 'state', link, ...entry }),
  });
  task.onMessage = (/** @type {any} */ { data }) => record({ kind: 'answered', link, n: numberIn(data) });
  const chat = startChat(link, { thread, record, send: (message) => task.send(message) });
  return {
    link,
    task,
    hush: chat.hush,
    close: () => task.close(),
  };
}

/** @param {string | ArrayBuffer | Uint8Array} data */
export function numberIn(data) {
  const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
  return Number(text.replace('message ', ''));
}

/**
 * What the server does with a message: a pong for a ping, an echo for the rest.
 *
 * @template {string | ArrayBuffer | Uint8Array} Data
 * @param {import('./recorder.mjs').Record} record
 */
export function answerOf(record) {
  return (/** @type {Data} */ data, /** @type {{ url: string }} */ peer) => {
    if (data === PING) return PONG;
    record({ kind: 'arrived', link: peer.url.slice(1), n: numberIn(data) });
    return data;
  };
}
