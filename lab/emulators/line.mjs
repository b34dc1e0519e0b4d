// @ts-check
/**
 * The one socket of a host whose events and calls are on the host itself (`onSocketOpen`, `sendSocketMessage`, …).
 */
import { answer, promising } from './calls.mjs';
import { startSocket } from './connect.mjs';
import { createEvents } from './events.mjs';
import { closeOn, sendOn } from './socket-calls.mjs';

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {{ off?: boolean, read: (options: any) => string | ArrayBuffer | undefined }} shape
 */
export function createLine(phone, dialect, { off = phone.quirks.socketOff, read }) {
  const { quirks } = phone;
  const events = createEvents(phone, 'host', () => quirks.hostListeners);
  /** @type {import('./sockets.mjs').Socket | undefined} */
  let current;

  /** Every socket that ever held the line is heard on it, an old one's late close included. @param {import('./sockets.mjs').Socket} socket */
  function take(socket) {
    current = socket;
    socket.hear((kind, ...detail) => {
      const say = /** @type {(...args: any[]) => any} */ (dialect[kind]);
      events.emit(`socket ${kind}`, say(...detail, { quirks, id: socket.id }));
    });
  }

  /** The host closes the old socket itself, even one that would not close when asked. @param {import('./sockets.mjs').Socket} old */
  function replace(old) {
    if (old.close(1000, '') && !quirks.ghostSocket) return;
    old.leave();
    phone.thread.later(() => old.cut(1000, ''));
  }

  /** @param {any} options */
  function connect(options) {
    if (current && current.state !== 'closed') {
      // Source: AP-D error 3, AP-N.
      const { secondConnect } = quirks;
      if (secondConnect === 'refuse' || (secondConnect === 'refuse if open' && current.state === 'open')) {
        answer(phone, options, 'fail', dialect.fail('connectSocket', 'second', quirks));
        return;
      }
      replace(current);
    }
    const { socket } = startSocket(phone, dialect, options);
    if (socket) take(socket);
  }

  /** @param {any} options */
  function send(options) {
    if (!current && quirks.globalSendThrows) throw new TypeError("Cannot read property 'send' of undefined");
    sendOn(phone, dialect, current, options, { call: 'sendSocketMessage', read });
  }

  /** @param {any} options */
  function close(options) {
    if (quirks.closeSocketClosesAll) {
      for (const socket of phone.sockets.live()) if (socket !== current) socket.close(1000, '');
    }
    closeOn(phone, dialect, current, options, 'closeSocket');
  }

  /** @type {Record<string, (...args: any[]) => any>} */
  const methods = {
    sendSocketMessage: (options) => promising(phone, options, send),
    closeSocket: (options) => promising(phone, options, close),
  };
  for (const name of ['Open', 'Message', 'Error', 'Close']) {
    const type = `socket ${name.toLowerCase()}`;
    methods[`onSocket${name}`] = (listener) => events.on(type, listener);
    if (off) methods[`offSocket${name}`] = (listener) => events.off(type, listener);
  }

  return {
    methods,
    connect,
    take,
    current: () => current,
  };
}
