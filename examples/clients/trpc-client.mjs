import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import { network, Socket } from 'mde-websocket/wechat/websocket';

// The client pings every 10 s, and the server answers.
const Link = Socket.with({ idleTimeout: 30000 });

/** @param {string} url @param {Partial<import('@trpc/client').WebSocketClientOptions>} [options] */
export function open(url, options) {
  const link = createWSClient({
    url,
    WebSocket: Link,
    keepAlive: { enabled: true, intervalMs: 10000, pongTimeoutMs: 5000 },
    ...options,
  });
  const client = createTRPCClient({ links: [wsLink({ client: link })] });
  // While it connects or pauses it is on its way by itself, and a close would end that.
  const again = () => link.connection?.state === 'open' && link.connection.ws.close();
  const ask = () => link.connection?.state === 'open' && link.connection.ws.send('PING');
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      return link.close();
    },
  };
}
