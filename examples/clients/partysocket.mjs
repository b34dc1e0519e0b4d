import { network, Socket } from 'mde-websocket/wechat/websocket';
import ReconnectingWebSocket from 'partysocket/ws';

// Only for a server that says something at least every 20 s: the client has no heartbeat of its own.
const Link = Socket.with({ idleTimeout: 30000 });

/** @param {string} url @param {import('partysocket/ws').Options} [options] */
export function open(url, options) {
  const client = new ReconnectingWebSocket(url, [], { WebSocket: Link, ...options });
  client.binaryType = 'arraybuffer';
  const again = () => client.reconnect();
  network.addEventListener('online', again);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      client.close();
    },
  };
}
