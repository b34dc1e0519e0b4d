// @ts-check
/**
 * The real server: it answers `ping`, notes each message of the crowd and answers it with its number.
 */
import { WebSocketServer } from 'ws';
import { read } from './message.mjs';

/**
 * @param {import('./account.mjs').Account} account
 * @param {(socket: number, port: number | undefined) => void} meet is told each socket and the port of its link
 */
export async function startServer(account, meet) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  let connections = 0;
  await new Promise((resolve) => server.once('listening', resolve));

  server.on('connection', (socket, { url, socket: { remotePort } }) => {
    const id = Number(url?.slice(1));
    connections += 1;
    meet(id, remotePort);
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const text = String(data);
      if (text === 'ping') return socket.send('pong');
      const { task, number } = read(text);
      account.arrive(task, number, id);
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
