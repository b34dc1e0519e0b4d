// @ts-check
/** What a socket.io server of the tests does; started with a port and the port of a Redis, it is a node of a cluster. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** @param {any} io */
export function attach(io) {
  io.on('connection', (/** @type {any} */ socket) => {
    socket.on('ask', (/** @type {any} */ answer) => answer());
    socket.on('echo', (/** @type {any} */ value, /** @type {any} */ answer) => answer(value));
    socket.on('join', (/** @type {string} */ room, /** @type {any} */ answer) => {
      socket.join(room);
      answer();
    });
    socket.on('say', (/** @type {string} */ room, /** @type {any} */ value) => io.to(room).emit('said', value));
  });
  return io;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [port, redis] = process.argv.slice(2).map(Number);
  const { Server } = require('socket.io');
  const { createAdapter } = require('@socket.io/redis-adapter');
  const { createClient } = require('redis');
  const publisher = createClient({ url: `redis://127.0.0.1:${redis}` });
  const subscriber = publisher.duplicate();
  await Promise.all([publisher.connect(), subscriber.connect()]);
  const server = require('node:http').createServer();
  attach(new Server(server, { adapter: createAdapter(publisher, subscriber) }));
  server.listen(port, '127.0.0.1');
}
