// @ts-check
/**
 * The server that the tests talk to. The query says what it does:
 * `protocol` chooses that one, `refuse` answers 404, `send` sends so much at once, `cut` drops the link once it is open,
 * `close` begins the closing handshake with this code and the `reason`; else it echoes, and closes when told "goodbye".
 */
import { WebSocketServer } from 'ws';

/** @typedef {Awaited<ReturnType<typeof startEcho>>} Echo */

export async function startEcho() {
  const listening = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    perMessageDeflate: false,
    verifyClient: (/** @type {{ req: import('node:http').IncomingMessage }} */ { req }) => !queryOf(req).has('refuse'),
    handleProtocols: (names, request) => queryOf(request).get('protocol') ?? [...names][0],
  });
  await new Promise((resolve, reject) => listening.once('listening', resolve).once('error', reject));
  const { port } = /** @type {import('node:net').AddressInfo} */ (listening.address());
  /** What came on the newest connection: messages, and the close frame. */
  const wire = { received: /** @type {(string | number[])[]} */ ([]), closed: /** @type {unknown} */ (null) };

  listening.on('connection', (socket, request) => {
    const query = queryOf(request);
    wire.received = [];
    wire.closed = null;
    socket.on('error', () => {});
    socket.on('message', (data, isBinary) => {
      const bytes = /** @type {Buffer} */ (data);
      if (String(data) === 'goodbye') return socket.close(1000, 'as told');
      wire.received.push(isBinary ? [...bytes.subarray(0, 16)] : String(data).slice(0, 80));
      socket.send(data, { binary: isBinary });
    });
    socket.on('close', (code, reason) => {
      wire.closed = { code, reason: String(reason) };
    });
    if (query.has('send')) socket.send(query.get('send') ?? '');
    if (query.has('cut')) socket.terminate();
    const code = query.get('close');
    if (code !== null) socket.close(Number(code) || undefined, query.get('reason') ?? '');
  });

  return {
    wire,
    url: (/** @type {string} */ rest = '/') => `ws://127.0.0.1:${port}${rest}`,
    /** @returns {Promise<unknown>} */
    stop: () =>
      new Promise((resolve) => {
        for (const client of listening.clients) client.terminate();
        listening.close(resolve);
      }),
  };
}

/** @param {import('node:http').IncomingMessage} request */
const queryOf = ({ url }) => new URL(url ?? '', 'ws://server').searchParams;
