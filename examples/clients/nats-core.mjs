import { wsconnect } from '@nats-io/nats-core';
import { network, Socket } from 'mde-websocket/wechat/websocket';

// The client pings every 10 s, and the server answers.
const Link = Socket.with({ idleTimeout: 30000 });

/** @param {string[]} servers @param {import('@nats-io/nats-core').ConnectionOptions} [options] */
export async function open(servers, options) {
  const client = await wsconnect({
    servers,
    wsFactory: async (url) => ({ socket: new Link(url), encrypted: url.startsWith('wss:') }),
    pingInterval: 10000,
    maxReconnectAttempts: -1,
    ...options,
  });
  const again = () => client.isClosed() || client.reconnect();
  const ask = () => client.isClosed() || client.flush().catch(() => {});
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      return client.close();
    },
  };
}
