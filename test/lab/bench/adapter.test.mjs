// @ts-check
import { describe, expect, it } from 'vitest';
import { bareMy } from '../../../lab/bench/hosts/bare-my.mjs';
import { bareWx } from '../../../lab/bench/hosts/bare-wx.mjs';
import { browserWebSocket } from '../../../lab/bench/hosts/browser-websocket.mjs';

function connect() {
  const { host, sockets } = bareWx();
  const WebSocket = browserWebSocket(host);
  const socket = new WebSocket('wss://bench.example/');
  /** @type {any[]} */
  const heard = [];
  for (const type of ['open', 'message', 'error', 'close']) {
    socket.addEventListener(type, (/** @type {any} */ event) => heard.push(event));
  }
  return { WebSocket, socket, heard, host: sockets[0] };
}

describe("a browser's WebSocket over a bare host", () => {
  it('has the states of the standard', () => {
    const { WebSocket, socket, host } = connect();
    expect([WebSocket.CONNECTING, WebSocket.OPEN, WebSocket.CLOSING, WebSocket.CLOSED]).toEqual([0, 1, 2, 3]);
    expect(socket.readyState).toBe(0);
    host.listeners.open({});
    expect(socket.readyState).toBe(1);
    socket.close();
    expect(socket.readyState).toBe(2);
    host.listeners.close({ code: 1000, reason: 'bye' });
    expect(socket.readyState).toBe(3);
  });

  it('gives the events of the standard, one close', () => {
    const { heard, host } = connect();
    host.listeners.open({});
    host.listeners.message({ data: 'text' });
    host.listeners.error({ errMsg: 'lost' });
    host.listeners.close({ code: 1006, reason: '' });
    host.listeners.close({ code: 1006, reason: '' });
    expect(heard).toMatchObject([
      { type: 'open' },
      { type: 'message', data: 'text' },
      { type: 'error' },
      { type: 'close', code: 1006, wasClean: false },
    ]);
  });

  it('sends when it is open, and not before', () => {
    const { socket, host } = connect();
    expect(() => socket.send('early')).toThrow('still connecting');
    host.listeners.open({});
    socket.send('text');
    expect(host.last).toBe('text');
  });

  it('forgets a listener that is removed', () => {
    const { socket, host } = connect();
    let calls = 0;
    const listener = () => {
      calls += 1;
    };
    socket.addEventListener('message', listener);
    socket.removeEventListener('message', listener);
    host.listeners.message({ data: 'text' });
    expect(calls).toBe(0);
  });
});

describe('a bare host with one socket', () => {
  it('brings its events on the host, and sends', async () => {
    const { host, sockets } = bareMy();
    /** @type {any[]} */
    const heard = [];
    const my = /** @type {any} */ (host);
    my.onSocketOpen(() => heard.push('open'));
    my.onSocketMessage((/** @type {any} */ event) => heard.push(event.data));
    my.connectSocket({ url: 'wss://bench.example/' });
    await Promise.resolve();
    sockets[0].listeners.open();
    sockets[0].listeners.message({ data: 'text' });
    my.sendSocketMessage({ data: 'out' });
    expect(heard).toEqual(['open', 'text']);
    expect(sockets[0].last).toBe('out');
  });
});
