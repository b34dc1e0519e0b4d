// @ts-check
/**
 * What the mini program itself does: it keeps one link and chats on it, whatever the link is doing.
 * All it knows of the link is the public API.
 *
 * @typedef {Awaited<ReturnType<typeof startProgram>>} Program
 */

/** Between two messages, in milliseconds. */
const BEAT = 300;

/** Everything is quicker than the defaults, so that a story of minutes takes seconds. */
const QUICK = { pingTimeout: 1000, pongTimeout: 600, connectTimeout: 3000, minUptime: 500 };

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
  const { hush } = talkOn(link, { thread, record, send: (message) => task.send(message) });
  return { link, task, hush };
}

/**
 * Chats on a link, whatever it is doing.
 *
 * @param {string} link
 * @param {{
 *   thread: import('../emulators/thread.mjs').Thread,
 *   record: import('./recorder.mjs').Record,
 *   send: (message: any) => boolean,
 *   beat?: number,
 * }} host `send` says whether the host took the message now; `beat` is between two messages, in milliseconds
 */
export function talkOn(link, { thread, record, send, beat = BEAT }) {
  let said = 0;
  let isTalking = true;

  function talk() {
    if (!isTalking) return;
    say();
    thread.setTimeout(talk, beat);
  }

  function say() {
    said += 1;
    const n = said;
    let isSettled = false;
    /** @param {string} [fail] */
    const settle = (fail) => {
      isSettled = true;
      record({ kind: 'settled', link, n, fail });
    };
    record({ kind: 'said', link, n });
    const isHanded = send({
      data: chat(n),
      success: () => settle(),
      fail: (/** @type {any} */ { errMsg }) => settle(errMsg),
    });
    if (!isHanded && !isSettled) record({ kind: 'kept', link, n });
  }

  talk();
  return {
    /** Says one more thing. */
    say,
    /** Says no more. */
    hush() {
      isTalking = false;
    },
  };
}

/** Every fourth message is bytes, which Alipay carries as base64. @param {number} n */
function chat(n) {
  const text = `message ${n}`;
  return n % 4 === 0 ? new TextEncoder().encode(text) : text;
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

/** @param {string | ArrayBuffer | Uint8Array} data */
export function numberIn(data) {
  const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
  return Number(text.replace('message ', ''));
}
