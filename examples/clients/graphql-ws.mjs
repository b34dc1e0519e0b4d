import { createClient } from 'graphql-ws';
import { network, Socket } from 'mde-websocket/wechat/websocket';

// The client pings every 10 s, and the server answers.
const Link = Socket.with({ idleTimeout: 30000 });

/** @param {string} url @param {Partial<import('graphql-ws').ClientOptions>} [options] */
export function open(url, options) {
  let socket;
  let endPause = () => {};
  const client = createClient({
    url,
    webSocketImpl: Link,
    keepAlive: 10000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (retries) =>
      new Promise((resolve) => {
        endPause = resolve;
        setTimeout(resolve, Math.random() * Math.min(30000, 2000 * 2 ** retries));
      }),
    ...options,
  });
  client.on('opened', (opened) => {
    socket = opened;
  });
  const again = () => {
    client.terminate();
    endPause();
  };
  const ask = () => socket && socket.readyState === Socket.OPEN && socket.send('{"type":"ping"}');
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      return client.dispose();
    },
  };
}
