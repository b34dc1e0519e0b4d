import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { network, Socket } from 'mde-websocket/wechat/websocket';

// One's own awareness comes back from the server every 15 s.
const Link = Socket.with({ idleTimeout: 35000 });

/** @param {string} url @param {string} name @param {import('yjs').Doc} document */
export function open(url, name, document, options) {
  const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: Link });
  const client = new HocuspocusProvider({ websocketProvider, name, document, ...options });
  client.attach();
  const again = () => {
    websocketProvider.disconnect();
    websocketProvider.shouldConnect = true;
    // In the pause between two attempts there is no socket whose end would lead to the next one.
    if (!websocketProvider.webSocket) websocketProvider.connect();
  };
  const ask = () => client.isSynced && client.forceSync();
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      client.destroy();
      websocketProvider.destroy();
    },
  };
}
