// @ts-check
/**
 * A server in memory with the handles of the real one, for a page: it takes its time, can be stopped and started,
 * refuse, and fall silent.
 *
 * @typedef {ReturnType<typeof memoryServer>} MemoryServer
 * @typedef {import('./transport-memory.mjs').Connection} Connection
 */
import { memoryTransport } from './transport-memory.mjs';

/** A close that the other side does not answer ends after so many ms, as `ws` does it. */
const HANDSHAKE = 30_000;

/**
 * @param {{
 *   answer?: (data: string | ArrayBuffer, peer: { url: string }) => string | ArrayBuffer | undefined,
 *   latency?: number,
 *   clock?: import('./thread.mjs').Clock,
 * }} [options] `latency` is one way, in ms
 */
export function memoryServer({ answer, latency = 20, clock = globalThis } = {}) {
  /** @type {'up' | 'down' | 'refusing'} */
  let mode = 'up';
  /** @type {Set<Connection>} */
  const open = new Set();
  /** @type {WeakSet<Connection>} */
  const silent = new WeakSet();
  const { setTimeout: set } = clock;
  const later = (/** @type {() => void} */ work, ms = latency) => void set(work, ms);
  const hears = (/** @type {Connection} */ connection) =>
    open.has(connection) && !silent.has(connection) && !connection.closed;

  const script = {
    onConnect: (/** @type {Connection} */ connection) => later(() => accept(connection)),
    onMessage: (/** @type {Connection} */ connection, /** @type {string | ArrayBuffer} */ data) =>
      later(() => receive(connection, data)),
    onClose: (/** @type {Connection} */ connection) =>
      silent.has(connection) && later(() => connection.end(1006), HANDSHAKE),
  };
  const transport = memoryTransport(script, clock);

  /** @param {Connection} connection */
  function accept(connection) {
    if (connection.closed) return;
    if (mode === 'down') return connection.break('connect ECONNREFUSED');
    if (mode === 'refusing') return connection.break('Unexpected server response: 503');
    open.add(connection);
    connection.open();
  }

  /** @param {Connection} connection @param {string | ArrayBuffer} data */
  function receive(connection, data) {
    if (!hears(connection)) return;
    const reply = control.answer?.(data, { url: pathOf(connection) });
    if (reply !== undefined) later(() => hears(connection) && connection.message(reply));
  }

  function drop() {
    for (const connection of open) connection.break();
    open.clear();
  }

  const control = {
    transport,
    /** What the server answers to a message; nothing if undefined. */
    answer,
    url: (path = '/') => `wss://server.example${path}`,
    /** Connections that are open now. */
    open: () => [...open].filter(({ closed }) => !closed),
    start() {
      mode = 'up';
    },
    /** Drops every connection without a closing handshake and listens no more. */
    stop() {
      mode = 'down';
      drop();
    },
    /** Drops every connection and answers each new one with HTTP 503. */
    refuse() {
      mode = 'refusing';
      drop();
    },
    /** Hears and answers nothing more on the connections it has, not even a closing handshake; they stay open. */
    silence() {
      for (const connection of open) {
        silent.add(connection);
        connection.answersClose = false;
      }
    },
  };
  return control;
}

/** @param {Connection} connection */
function pathOf({ request }) {
  return new URL(request.url).pathname;
}
