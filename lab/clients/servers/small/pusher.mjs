// @ts-check
/** Pusher Channels, protocol 7, as far as is tested: signed private channels, events of clients to all others, pings. */
import { serveSockets } from '../here.mjs';

export async function pusher() {
  /** @type {Map<string, Set<import('ws').WebSocket>>} */
  const channels = new Map();
  let last = 0;
  const server = await serveSockets('/', (socket) => {
    const say = (/** @type {string} */ event, /** @type {object} */ data, /** @type {string} */ channel) =>
      socket.send(JSON.stringify({ event, channel, data: JSON.stringify(data) }));
    last += 1;
    say('pusher:connection_established', { socket_id: `1.${last}`, activity_timeout: 30 }, '');
    socket.on('close', () => {
      for (const members of channels.values()) members.delete(socket);
    });
    socket.on('message', (text) => {
      const { event, channel, data } = JSON.parse(String(text));
      if (event === 'pusher:ping') say('pusher:pong', {}, '');
      if (event === 'pusher:subscribe') {
        if (data.channel.startsWith('private-') && !data.auth) {
          say('pusher:subscription_error', { type: 'AuthError', error: 'not signed', status: 401 }, data.channel);
          return;
        }
        channels.set(data.channel, (channels.get(data.channel) ?? new Set()).add(socket));
        say('pusher_internal:subscription_succeeded', {}, data.channel);
      }
      if (event.startsWith('client-')) {
        for (const member of channels.get(channel) ?? []) {
          if (member !== socket) member.send(JSON.stringify({ event, channel, data }));
        }
      }
    });
  });
  return { ...server, name: 'small server of the test' };
}
