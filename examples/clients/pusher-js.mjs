import { network } from 'mde-websocket/wechat/websocket';
import Pusher from 'pusher-js/worker/index.js';

/** @param {string} key @param {import('pusher-js').Options} options */
export function open(key, options) {
  // The class itself is put in by the build: Pusher takes it from the name `WebSocket` only.
  const client = new Pusher(key, {
    enabledTransports: ['ws', 'wss'],
    activityTimeout: 30000,
    pongTimeout: 5000,
    ...options,
  });
  const again = () => {
    // While it connects it is on its way by itself.
    if (client.connection.state !== 'connected') return;
    client.disconnect();
    client.connect();
  };
  // The answer, or none within `pongTimeout`, tells whether the link has survived the background.
  const ask = () => client.connection.connection && client.connection.sendActivityCheck();
  network.addEventListener('online', again);
  network.addEventListener('visible', ask);
  return {
    client,
    close() {
      network.removeEventListener('online', again);
      network.removeEventListener('visible', ask);
      client.disconnect();
    },
  };
}
