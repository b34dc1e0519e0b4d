// @ts-check
/**
 * The three programs: the same chat on a link of this library, on the host's own socket, and on one with a reconnect
 * written by hand. Each writes down what its application sees.
 *
 * @typedef {import('./host.mjs').PlaygroundHost} PlaygroundHost
 * @typedef {import('../../lab/demo/recorder.mjs').Record} Record
 * @typedef {{ url: string, params: { [name: string]: any }, record: Record, beat: number }} Setting
 * @typedef {{ connect: (fail: Listener) => import('./plain-socket.mjs').PlainSocket, setTimeout: (work: () => void, ms: number) => unknown }} Bench
 * @typedef {{ opened: Listener, received: Listener, failed: Listener, closed: Listener }} App what a plain program does with what it hears
 * @typedef {import('./plain-socket.mjs').Listener} Listener
 * @typedef {{ say: () => void, hush: () => void, task?: any }} Program
 */
import { startChat } from '../../lab/demo/chat.mjs';
import { numberIn, PING, PONG } from '../../lab/demo/program.mjs';
import { bare } from './bare.js';
import { byHand } from './by-hand.js';
import { plainSockets } from './plain-socket.mjs';

/** @param {string} link @param {PlaygroundHost} host @param {Setting & { options: { [name: string]: any } }} setting @returns {Promise<Program>} */
export async function startOurs(link, host, { url, params, options, record, beat }) {
  const { MdeWebsocket, thread } = host;
  const task = await MdeWebsocket({
    ...options,
    ...host.options,
    ...(options.reconnectTimeout === 'backoff' ? { reconnectTimeout: MdeWebsocket.backoff() } : {}),
    params: { ...params, url },
    isPong: (/** @type {unknown} */ data) => data === PONG,
    pingMsg() {
      record({ kind: 'ping', link });
      return PING;
    },
    logger: (/** @type {any} */ entry) => record({ kind: 'state', link, ...entry }),
  });
  for (const type of ['open', 'message', 'error', 'close', 'reconnect']) {
    task.on(type, (/** @type {any} */ { raw, ...event }) => {
      if (type === 'message') record({ kind: 'answered', link, n: numberIn(event.data) });
      record({ kind: 'seen', link, event: type, detail: detailOf(event) });
    });
  }
  return { task, ...startChat(link, { thread, record, beat, send: (message) => task.send(message) }) };
}

/** @param {string} link @param {PlaygroundHost} host @param {Setting} setting @returns {Program} */
export const startBare = (link, host, setting) => startPlain(bare, link, host, setting);

/** @param {string} link @param {PlaygroundHost} host @param {Setting} setting @returns {Program} */
export const startByHand = (link, host, setting) => startPlain(byHand, link, host, setting);

/** @param {typeof bare | typeof byHand} lane @param {string} link @param {PlaygroundHost} host @param {Setting} setting */
function startPlain(lane, link, host, { url, params, record, beat }) {
  const { thread } = host;
  const connect = plainSockets(host, { ...params, url });
  const isHandWritten = lane === byHand;
  /** @param {import('../../lab/demo/recorder.mjs').State} state @param {object} [why] */
  const now = (state, why) => record({ kind: 'state', link, state, attempt: 0, ...why });
  /** @param {string} event @param {any} [detail] */
  const see = (event, detail) => record({ kind: 'seen', link, event, detail: detailOf(detail) });

  const app = {
    opened() {
      now('open');
      see('open');
    },
    received(/** @type {string} */ data) {
      record({ kind: 'answered', link, n: numberIn(data) });
      see('message', { data });
    },
    failed(/** @type {any} */ error) {
      now('closed', { cause: 'host' });
      see('error', error);
    },
    closed(/** @type {any} */ event) {
      now(isHandWritten ? 'waiting' : 'closed', { cause: 'host', code: event?.code });
      see('close', event);
    },
  };
  const socket = lane(
    {
      connect(fail) {
        now('connecting');
        return connect(fail);
      },
      setTimeout: thread.setTimeout,
    },
    app,
  );
  const send = (/** @type {any} */ message) => {
    const { data } = message;
    // Bytes are left to the library: here everything is text.
    socket.send({ ...message, data: typeof data === 'string' ? data : new TextDecoder().decode(data) });
    return true;
  };
  return startChat(link, { thread, record, beat, send });
}

/** What a handler was given, in one line. @param {any} event */
function detailOf(event) {
  if (event === undefined) return '';
  const { data, ...rest } = event;
  if (data === undefined) return JSON.stringify(rest);
  return typeof data === 'string' ? JSON.stringify(data) : `ArrayBuffer(${data.byteLength})`;
}
