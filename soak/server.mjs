// @ts-check
/**
 * The real server: it answers `ping`, notes each message of the crowd (`task:number`) and answers it with its number.
 */
import { WebSocketServer } from 'ws';

/** @param {import('./account.mjs').Account} account */
export async function startServer(account) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  let connections = 0;
  await new Promise((resolve) => server.once('listening', resolve));

  server.on('connection', (socket) => {
    connections += 1;
    const connection = { id: connections, last: -1 };
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const text = String(data);
      if (text === 'ping') return socket.send('pong');
      const [task, number] = text.split(':').map(Number);
      account.arrive(task, number, connection);
      socket.send(String(number));
    });
  });

  return {
    port: /** @type {import('node:net').AddressInfo} */ (server.address()).port,
    connections: () => connections,
    async stop() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
