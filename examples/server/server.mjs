// @ts-check
/**
 * The server that all examples talk to: it echoes, answers heartbeats, and cuts or closes when it is told to.
 *
 *   node server.mjs 8081
 */
import { networkInterfaces } from 'node:os';
import { WebSocketServer } from 'ws';
import { answer } from './answer.mjs';
import { serveMqtt } from './mqtt.mjs';

const port = readPort(process.argv[2] ?? process.env.PORT ?? '8080');
const server = new WebSocketServer({ port });

server.on('listening', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`ws://127.0.0.1:${address.port}  from this machine`);
  for (const ip of phoneAddresses()) console.log(`ws://${ip}:${address.port}  from a phone in the same network`);
  console.log('Echoes. Send /drop to be cut off, /close 4001 bye to be closed, /silent to hear nothing more.');
  console.log('An MQTT broker is at /mqtt. Ctrl+C stops it all.');
});

server.on('error', (error) => {
  const isTaken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
  console.error(
    isTaken
      ? `Port ${port} is taken by another program: stop that one, or give another port: npm run example:server -- ${port + 1}`
      : `The server cannot listen on port ${port}: ${error.message}`,
  );
  process.exitCode = 1;
});

server.on('connection', (socket, request) => {
  const from = request.socket.remoteAddress;
  socket.on('error', (error) => console.error(`${from}: ${error.message}`));
  if (new URL(request.url ?? '/', 'ws://here').pathname === '/mqtt') return serveMqtt(socket, request);

  console.log(`${from} has come, ${server.clients.size} open`);
  socket.on('close', (code) => console.log(`${from} has gone (${code}), ${server.clients.size} open`));
  socket.on('message', answer(socket));
  dropWhenDead(socket);
});

/**
 * A client sends no heartbeat while it receives messages, so its silence proves nothing. A WebSocket ping does: the
 * phone's network stack answers it.
 *
 * @param {import('ws').WebSocket} socket
 */
function dropWhenDead(socket) {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const probe = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, 30_000);
  socket.on('close', () => clearInterval(probe));
}

/** @param {string} text */
function readPort(text) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  console.error(`The port must be a number from 0 to 65535, got ${text}.`);
  process.exit(1);
}

function phoneAddresses() {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}
