// @ts-check
/** Centrifugo's JSON protocol, as far as is tested: connect, pings and pongs, subscribe, publish, rpc. */
import { every, serveSockets } from '../here.mjs';

/** Seconds; centrifugo's own. */
const PING = 25;

export async function centrifugo() {
  let last = 0;
  const server = await serveSockets('/connection/websocket', (socket) => {
    const say = (/** @type {object} */ reply) => socket.send(JSON.stringify(reply));
    const channels = new Set();
    const answers = {
      connect() {
        last += 1;
        every(socket, PING * 1000, () => say({}));
        return { client: `client ${last}`, version: '6.0.0', ping: PING, pong: true };
      },
      subscribe(/** @type {any} */ { channel }) {
        channels.add(channel);
        return {};
      },
      publish(/** @type {any} */ { channel, data }) {
        if (channels.has(channel)) say({ push: { channel, pub: { data } } });
        return {};
      },
      rpc: (/** @type {any} */ { method, data }) => (method === 'echo' ? { data } : undefined),
    };
    socket.on('message', (data) => {
      for (const line of String(data).split('\n').filter(Boolean)) {
        const { id, ...command } = JSON.parse(line);
        // An empty command is a pong.
        for (const [name, request] of Object.entries(command)) {
          const answer = /** @type {Record<string, (request: any) => object | undefined>} */ (answers)[name]?.(request);
          say(answer ? { id, [name]: answer } : { id, error: { code: 104, message: 'method not found' } });
        }
      }
    });
  });
  return { ...server, name: 'small server of the test' };
}
