import { WebSocket as Transport } from 'engine.io-client';
import { network, Socket } from 'mde-websocket/wechat/websocket';
import { io } from 'socket.io-client';

// The server pings every 25 s. After a return to the app it has 5 s to say something.
const Link = Socket.with({ idleTimeout: 45000 });

class MiniProgramTransport extends Transport {
  createSocket(url, protocols) {
    return new Link(url, protocols);
  }
}

/** @param {string} url @param {Partial<import('socket.io-client').ManagerOptions & import('socket.io-client').SocketOptions>} [options] */
export function open(url, options) {
  const client = io(url, { transports: [MiniProgramTransport], ...options });
  // While it connects it is on its way by itself.
  const again = () => client.connected && client.disconnect().connect();
  // The server's part: `socket.on('ask', (answer) => answer())`. Without it a return costs a new connection.
  const ask = () => client.connected && client.emit('ask', () => {});
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      client.disconnect();
    },
  };
}
