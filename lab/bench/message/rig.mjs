// @ts-check
/**
 * One open connection of a subject over the least possible host, with a way to make messages arrive and to count
 * what came through.
 */
import { bareMy } from '../hosts/bare-my.mjs';
import { bareWx } from '../hosts/bare-wx.mjs';
import { verifyOneLink } from './check.mjs';
import { MESSAGE } from './message.mjs';

/**
 * @param {import('../subjects/index.mjs').Subject} subject
 * @param {(around: { host: any }) => { library: any, WebSocket: any }} load
 * @param {import('../subjects/index.mjs').World['timers']} timers
 */
export async function openRig(subject, load, timers) {
  const { host, sockets } = subject.hostName === 'my' ? bareMy() : bareWx();
  const { library, WebSocket } = load({ host });
  const counts = { opened: 0, received: 0, closed: 0, last: /** @type {any} */ (undefined) };
  // A real host makes one event object a message; here one is for all, so that every byte counted is the library's.
  const event = { data: MESSAGE };
  const on = {
    open() {
      counts.opened += 1;
    },
    close() {
      counts.closed += 1;
    },
    message(/** @type {any} */ data) {
      counts.received += 1;
      counts.last = data;
    },
  };

  const connection = await subject.connect(library, { host, WebSocket, url: 'wss://bench.example/', on, timers });
  while (!sockets[0]?.isHeard) await new Promise((resolve) => timers.setTimeout(() => resolve(undefined), 0));
  sockets[0].listeners.open({ header: {} });
  verifyOneLink(subject.name, sockets.length, counts.opened);
  const [socket] = sockets;

  return {
    counts,
    socket,
    connection,
    receive: () => socket.listeners.message(event),
    send: () => connection.send(MESSAGE),
  };
}
