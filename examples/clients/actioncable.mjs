import { adapters, createConsumer } from '@rails/actioncable';
import { network, Socket } from 'mde-websocket/wechat/websocket';

// The server pings every 3 s.
adapters.WebSocket = Socket.with({ idleTimeout: 12000 });

/** @param {string} url */
export function open(url) {
  const client = createConsumer(url);
  // While it connects it is on its way by itself.
  const again = () => client.connection.isOpen() && client.connection.reopen();
  network.addEventListener('online', again);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      client.disconnect();
    },
  };
}
