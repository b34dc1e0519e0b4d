import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import { network, Socket } from 'mde-websocket/wechat/websocket';

/** @param {string} url @param {Partial<import('@trpc/client').WebSocketClientOptions>} [options] */
export function open(url, options) {
  const link = createWSClient({
    url,
    WebSocket: Socket,
    keepAlive: { enabled: true, intervalMs: 10000, pongTimeoutMs: 5000 },
    ...options,
  });
  const client = createTRPCClient({ links: [wsLink({ client: link })] });
  const again = () => link.connection && link.connection.ws.close();
  network.addEventListener('online', again);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      return link.close();
    },
  };
}
