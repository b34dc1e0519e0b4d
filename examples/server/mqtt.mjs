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
  broker ??= createBroker();
  (await broker).handle(stream, request);
}

/** Cuts off who publishes `drop`, without a word. */
async function createBroker() {
  const made = await Aedes.createBroker();
  made.on('publish', ({ topic }, client) => {
    if (topic === 'drop') client?.conn.destroy();
  });
  return made;
}
