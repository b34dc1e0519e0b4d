import { network, Socket } from 'mde-websocket/wechat/websocket';
import { Socket as PhoenixSocket } from 'phoenix';

// The server answers the client's heartbeat, every 15 s here.
const Link = Socket.with({ idleTimeout: 40000 });

/** @param {string} url @param {Partial<import('phoenix').SocketConnectOption>} [options] */
export function open(url, options) {
  const client = new PhoenixSocket(url, { transport: Link, heartbeatIntervalMs: 15000, ...options });
  const again = () => client.disconnect(() => client.connect());
  const ask = () => client.ping(() => {});
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  client.connect();
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      client.disconnect();
    },
  };
}
