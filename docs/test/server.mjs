// @ts-check
/** A server that counts its links, under an emulated `wx`. */
import { EventEmitter, once } from 'node:events';
import { WebSocketServer } from 'ws';
import { wechat, wsTransport } from '../../lab/emulators/index.mjs';

export async function startCounting() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const happened = new EventEmitter();
  let opened = 0;
  server.on('connection', (socket) => {
    opened += 1;
    happened.emit('change');
    socket.on('message', (data) => {
      if (String(data) === 'heartbeat') socket.send('pong');
      else heard.push(String(data));
      happened.emit('change');
    });
    socket.on('close', () => happened.emit('change'));
  });
  /** @type {string[]} */
  const heard = [];

  /** Waits until something is so that changes only with what the server sees. @param {() => boolean} isSo */
  async function until(isSo) {
    while (!isSo()) await once(happened, 'change');
  }
  return {
    heard,
    until,
    opened: () => opened,
    alive: () => [...server.clients].filter(({ readyState }) => readyState === 1).length,
    say(/** @type {string} */ text) {
      for (const client of server.clients) client.send(text);
    },
    stop: () => server.close(),
    /** A host that leads every address here. */
    host() {
      const phone = wechat({ transport: wsTransport() });
      const connectSocket = (/** @type {any} */ params) =>
        phone.host.connectSocket({ ...params, url: `ws://127.0.0.1:${port}` });
      return Object.assign(Object.create(phone.host), { connectSocket });
    },
  };
}
