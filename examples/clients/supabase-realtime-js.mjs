import { RealtimeClient } from '@supabase/realtime-js';
import { network, Socket } from 'mde-websocket/wechat/websocket';

// The server answers the client's heartbeat, every 15 s here.
const Link = Socket.with({ idleTimeout: 40000 });

/** @param {string} url @param {import('@supabase/realtime-js').RealtimeClientOptions} options `params.apikey` is asked for */
export function open(url, options) {
  const client = new RealtimeClient(url, {
    transport: Link,
    heartbeatIntervalMs: 15000,
    fetch: () => Promise.reject(new Error('A mini program has no fetch: send to a channel once it is joined')),
    ...options,
  });
  const again = async () => {
    await client.disconnect();
    client.connect();
  };
  const ask = () => client.isConnected() && client.sendHeartbeat();
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  client.connect();
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      return client.disconnect();
    },
  };
}
