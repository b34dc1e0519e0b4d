// @ts-check
/** A SignalR hub, as far as is tested: the JSON protocol after a skipped negotiation, calls, pings every 15 s. */
import { every, serveSockets } from '../here.mjs';

const END = '\u001e';

export async function signalr() {
  const server = await serveSockets('/', (socket) => {
    const say = (/** @type {object} */ message) => socket.send(JSON.stringify(message) + END);
    let shaken = false;
    socket.on('message', (data) => {
      for (const text of String(data).split(END).filter(Boolean)) {
        const message = JSON.parse(text);
        if (!shaken) {
          shaken = true;
          say(message.protocol === 'json' ? {} : { error: 'only json is spoken here' });
          every(socket, 15000, () => say({ type: 6 }));
        } else if (message.type === 1 && message.target === 'Echo') {
          say({ type: 3, invocationId: message.invocationId, result: message.arguments[0] });
        } else if (message.type === 1 && message.invocationId) {
          say({ type: 3, invocationId: message.invocationId, error: `there is no ${message.target} here` });
        } else if (message.type === 7) {
          socket.close(1000);
        }
      }
    });
  });
  return { ...server, name: 'small hub of the test' };
}
