import { network, Socket } from 'mde-websocket/wechat/websocket';
import { WebsocketProvider } from 'y-websocket';

// One's own awareness comes back from the server every 15 s.
const Link = Socket.with({ idleTimeout: 35000 });

/** @param {string} url @param {string} room @param {import('yjs').Doc} doc */
export function open(url, room, doc, options) {
  const client = new WebsocketProvider(url, room, doc, { WebSocketPolyfill: Link, disableBc: true, ...options });
  const again = () => {
    client.disconnect();
    client.connect();
  };
  // The server sends a change of awareness to all, the one who made it among them.
  const ask = () => client.wsconnected && client.awareness.setLocalState(client.awareness.getLocalState());
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      client.destroy();
    },
  };
}
