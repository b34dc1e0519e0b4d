// @ts-check
/**
 * A server in memory for virtual time. The test decides when and whether a connection opens, speaks or ends.
 *
 * @typedef {ReturnType<typeof memoryTransport>} MemoryTransport
 * @typedef {{
 *   request: import('./sockets.mjs').Request,
 *   sent: (string | ArrayBuffer)[],
 *   closed: { code: number, reason: string } | undefined,
 *   answersClose: boolean,
 *   open: (header?: object) => void,
 *   message: (data: string | ArrayBuffer) => void,
 *   end: (code?: number, reason?: string) => void,
 *   break: (reason?: string) => void,
 *   raw: (kind: 'open' | 'message' | 'error' | 'close', ...detail: any[]) => void,
 * }} Connection
 *
 * @param {{ onConnect?: (connection: Connection) => void, onMessage?: (connection: Connection, data: string | ArrayBuffer) => void, onClose?: (connection: Connection) => void }} [given]
 * `onClose`: the client has asked to close
 * @param {Pick<import('./thread.mjs').Clock, 'setTimeout'>} [clock]
 */
export function memoryTransport(given = {}, clock = globalThis) {
  const script = { ...given };
  /** @type {Connection[]} */
  const connections = [];
  // A browser's timer throws on any `this` but its own, so it is called bare.
  const { setTimeout: later } = clock;

  /** @param {import('./sockets.mjs').Request} request @param {import('./sockets.mjs').WireEvents} events */
  function connect(request, events) {
    /** @type {Connection} */
    const connection = {
      request,
      /** What the client sent, in order. */
      sent: [],
      /** How the client closed, if it did. */
      closed: undefined,
      /** Whether the server takes part in the closing handshake, as a dead one does not. */
      answersClose: true,
      open: (header = {}) => events.open(header),
      message: (data) => events.message(data),
      /** A close frame of the server. */
      end: (code = 1000, reason = '') => events.end(code, reason, false),
      /** The link breaks, or was refused if it never opened. */
      break: (reason = 'abnormal closure') => events.end(1006, reason, true),
      /** An event of the host that no wire caused. */
      raw: (kind, ...detail) => events.raw(kind, ...detail),
    };
    connections.push(connection);
    script.onConnect?.(connection);
    return {
      send(/** @type {string | ArrayBuffer} */ data) {
        connection.sent.push(data);
        script.onMessage?.(connection, data);
      },
      close(/** @type {number | undefined} */ asked, /** @type {string} */ reason) {
        // A closing handshake without a code is 1005 to both.
        const code = asked ?? 1005;
        connection.closed = { code, reason };
        script.onClose?.(connection);
        if (connection.answersClose) later(() => events.end(code, reason, false), 0);
      },
      abort() {
        connection.closed = { code: 1006, reason: '' };
      },
    };
  }

  return {
    connect,
    /** Every connection the host ever started, oldest first. */
    connections,
    /** The newest connection. */
    last() {
      const connection = connections[connections.length - 1];
      if (!connection) throw new Error('No connection was started yet; let the host accept it first');
      return connection;
    },
    /** What happens by itself; may be changed at any time. */
    script,
  };
}
