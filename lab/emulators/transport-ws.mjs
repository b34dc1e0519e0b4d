// @ts-check
/**
 * Real sockets, through the `ws` client.
 */
import { WebSocket } from 'ws';
import { bufferOf } from './socket-calls.mjs';

/** @returns {import('./sockets.mjs').Transport} */
export function wsTransport() {
  return { connect };
}

/** @param {import('./sockets.mjs').Request} request @param {import('./sockets.mjs').WireEvents} events */
function connect({ url, header, protocols = [] }, events) {
  const client = new WebSocket(url, protocols, {
    headers: /** @type {any} */ (header) ?? {},
    perMessageDeflate: false,
  });
  /** @type {Record<string, any>} */
  let answered = {};
  let failure = '';
  client.on('upgrade', (response) => {
    answered = response.headers;
  });
  client.on('open', () => events.open(answered));
  client.on('message', (data, isBinary) =>
    events.message(isBinary ? bufferOf(/** @type {Buffer} */ (data)) : String(data)),
  );
  client.on('error', (error) => {
    failure = error.message;
  });
  client.on('close', (code, reason) => events.end(code, String(reason) || failure, code === 1006));
  return {
    send: (/** @type {string | ArrayBuffer} */ data) => client.send(data),
    close: (/** @type {number | undefined} */ code, /** @type {string} */ reason) => client.close(code, reason),
    abort: () => client.terminate(),
  };
}
