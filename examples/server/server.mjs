// @ts-check
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: Number(process.env.PORT ?? 8080) });

server.on('listening', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`ws://127.0.0.1:${port}`);
});

server.on('connection', (socket) => {
  let alive = true;

  socket.on('message', (data, isBinary) => {
    const heartbeat = !isBinary && String(data) === 'heartbeat';
    socket.send(heartbeat ? 'pong' : data, { binary: isBinary });
  });

  // A client sends no heartbeat while it receives messages, so its silence proves nothing. A WebSocket ping does:
  // the phone's network stack answers it.
  socket.on('pong', () => {
    alive = true;
  });
  const probe = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, 30_000);

  socket.on('error', (error) => console.error(error.message));
  socket.on('close', () => clearInterval(probe));
});
