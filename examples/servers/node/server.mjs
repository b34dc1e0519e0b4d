// @ts-check
import { setTimeout as after } from 'node:timers/promises';
import { WebSocketServer } from 'ws';

const { PORT = '8080', DRAIN_MS = '5000' } = process.env;

/** @type {Map<string, import('ws').WebSocket>} the one link of each user */
const links = new Map();
const server = new WebSocketServer({ port: Number(PORT), maxPayload: 1024 * 1024 });

server.on('listening', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`ws://127.0.0.1:${port}`);
});

server.on('connection', (socket, request) => {
  socket.on('error', (error) => console.error(error.message));
  const user = userOf(request);
  // A mini program cannot see an HTTP 401, so the refusal comes after the handshake, with a code.
  if (!user) return socket.close(4401, 'token refused');
  links.get(user)?.close(4409, 'another device');
  links.set(user, socket);

  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const probe = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, 30_000);

  socket.on('message', (data, isBinary) => {
    if (!isBinary && String(data) === 'heartbeat') return socket.send('pong');
    socket.send(data, { binary: isBinary });
  });
  socket.on('close', () => {
    clearInterval(probe);
    if (links.get(user) === socket) links.delete(user);
  });
});

/** @param {import('node:http').IncomingMessage} request */
function userOf({ headers, url = '' }) {
  const { searchParams } = new URL(url, 'ws://here');
  const token = headers.authorization?.replace(/^Bearer /, '') ?? searchParams.get('token') ?? '';
  // Stands for your own check of the token.
  return token.match(/^demo-(\w+)$/)?.[1];
}

/** Closes every link with 1012 (service restart), spread over DRAIN_MS, so that the other servers are not stormed. */
async function drain() {
  const sockets = [...server.clients];
  // No new connections; those that exist stay.
  server.close();
  for (const socket of sockets) {
    socket.close(1012, 'restart');
    await after(Number(DRAIN_MS) / sockets.length);
  }
  await after(1000);
  process.exit();
}
process.once('SIGTERM', drain);
process.once('SIGINT', drain);
