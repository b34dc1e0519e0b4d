import { Centrifuge } from 'centrifuge';
import { network, Socket } from 'mde-websocket/wechat/websocket';

// The server pings every 25 s. After a return to the app it has 5 s to say something.
const Link = Socket.with({ idleTimeout: 45000 });

/** @param {string} url @param {Partial<import('centrifuge').Options>} [options] */
export function open(url, options) {
  // It drops its link on `offline` and connects at once on `online` by itself.
  const client = new Centrifuge(url, { websocket: Link, networkEventTarget: network, ...options });
  // Where the network changes without having been away, no `offline` comes first.
  const again = () => {
    client.disconnect();
    client.connect();
  };
  // That a server has no such method is an answer as well.
  const ask = () => client.state === 'connected' && client.rpc('ask', {}).catch(() => {});
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
