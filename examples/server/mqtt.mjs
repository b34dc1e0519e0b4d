// @ts-check
import { createWebSocketStream } from 'ws';

/** @type {Promise<import('aedes').Aedes> | undefined} */
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
  broker ??= createBroker();
  (await broker).handle(stream, request);
}

/** Loaded when it is asked for: the rest of the server does without it. Cuts off who publishes `drop`, without a word. */
async function createBroker() {
  const { Aedes } = await import('aedes');
  const made = await Aedes.createBroker();
  made.on('publish', ({ topic }, client) => {
    if (topic === 'drop') client?.conn.destroy();
  });
  return made;
}
