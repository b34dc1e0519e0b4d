// @ts-check
/** Action Cable, as far as is tested: its subprotocol, welcome, pings every 3 s, subscriptions, messages. */
import { every, serveSockets } from '../here.mjs';

const PROTOCOL = 'actioncable-v1-json';

export async function cable() {
  const server = await serveSockets(
    '/cable',
    (socket) => {
      const say = (/** @type {object} */ message) => socket.send(JSON.stringify(message));
      const subscriptions = new Set();
      say({ type: 'welcome' });
      every(socket, 3000, () => say({ type: 'ping', message: Math.floor(Date.now() / 1000) }));
      socket.on('message', (text) => {
        const { command, identifier, data } = JSON.parse(String(text));
        if (command === 'subscribe') {
          subscriptions.add(identifier);
          say({ type: 'confirm_subscription', identifier });
        }
        if (command === 'message' && subscriptions.has(identifier)) say({ identifier, message: JSON.parse(data) });
      });
    },
    { handleProtocols: (protocols) => (protocols.has(PROTOCOL) ? PROTOCOL : false) },
  );
  return { ...server, name: 'small server of the test' };
}
