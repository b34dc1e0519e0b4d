// @ts-check
import { Aedes } from 'aedes';
import { createWebSocketStream } from 'ws';

/** @type {Promise<Aedes> | undefined} */
let broker;

/**
 * An MQTT broker on the same port, made when the first client asks for it.
 *
 * @param {import('ws').WebSocket} socket
 * @param {import('node:http').IncomingMessage} request
 */
export async function serveMqtt(socket, request) {
  const stream = createWebSocketStream(socket);
  // A client that is cut off is no fault of the server.
  stream.on('error', () => {});
  broker ??= Aedes.createBroker();
  (await broker).handle(stream, request);
}
