// @ts-check
/** Runs a bundle as a mini program would and lets one message through, in and out. */
import { verify, verifyEqual } from '../check.mjs';
import { bareMy } from '../hosts/bare-my.mjs';
import { bareWx } from '../hosts/bare-wx.mjs';
import { browserWebSocket } from '../hosts/browser-websocket.mjs';

/**
 * @param {string} what
 * @param {import('../subjects/index.mjs').Subject} subject
 * @param {string} code a script that leaves the library on `globalThis.library`
 */
export async function verifyBundle(what, subject, code) {
  const { host, sockets } = subject.hostName === 'my' ? bareMy() : bareWx();
  const WebSocket = browserWebSocket(host, Event);
  const timers = { setTimeout, clearTimeout };
  /** @type {Record<string, any>} */
  const program = { Event, EventTarget, ...timers };
  const globals = { globalThis: program, window: program, WebSocket, [subject.hostName ?? 'wx']: host };
  new Function(...Object.keys(globals), code)(...Object.values(globals));
  verify(program.library, `${what}: the bundle does not give the library`);

  const heard = { opened: 0, data: /** @type {any} */ (undefined) };
  const on = {
    open() {
      heard.opened += 1;
    },
    message(/** @type {any} */ data) {
      heard.data = data;
    },
    close() {},
  };
  const world = { host, WebSocket, url: 'wss://bench.example/', on, timers };
  const connection = await subject.connect(program.library, world);
  await new Promise((resolve) => setTimeout(resolve, 5));
  verifyEqual(`${what}: sockets`, sockets.length, 1);
  const [socket] = sockets;
  socket.listeners.open({ header: {} });
  socket.listeners.message({ data: 'in' });
  connection.send('out');
  verifyEqual(`${what}: opened`, heard.opened, 1);
  verifyEqual(`${what}: message in`, heard.data, 'in');
  verifyEqual(`${what}: message out`, socket.last, 'out');
  connection.close();
  // What a browser tells in the end; without it some of the peers would keep a timer.
  socket.listeners.close({ code: 1000, reason: '' });
}
