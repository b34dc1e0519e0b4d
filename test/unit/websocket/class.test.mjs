// @ts-check
import { describe, expect, test } from 'vitest';
import { useFakeClock } from '../clock.mjs';
import { phone, told, wait } from './sockets.mjs';

useFakeClock();

const STATES = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 };

describe('the class', () => {
  test('is WebSocket, Socket and the default of the platforms', () => {
    for (const name of ['wechat', 'alipay', 'baidu']) {
      const { exports } = phone(name);
      expect(exports.WebSocket).toBe(exports.Socket);
      expect(exports.default).toBe(exports.Socket);
      expect(Object.keys(exports).sort()).toEqual(['Socket', 'WebSocket', '__esModule', 'default', 'network']);
    }
  });

  test('is made by createWebSocket for a host that is handed over, and there is none that is bound', () => {
    const { exports } = phone('universal on wechat');
    expect(Object.keys(exports).sort()).toEqual(['__esModule', 'createNetwork', 'createWebSocket']);
  });

  test('has the states, on itself and on its sockets, to be seen and not to be changed', () => {
    const { Socket, open } = phone('wechat');
    const { socket } = open();
    for (const owner of [Socket, Socket.prototype]) {
      for (const [name, value] of Object.entries(STATES)) {
        expect(Object.getOwnPropertyDescriptor(owner, name)).toEqual({
          value,
          enumerable: true,
          writable: false,
          configurable: false,
        });
      }
    }
    /** @type {string[]} */
    const inherited = [];
    for (const name in socket) inherited.push(name);
    expect(inherited).toEqual(
      expect.arrayContaining([...Object.keys(STATES), 'readyState', 'onopen', 'send', 'close', 'addEventListener']),
    );
  });

  test('needs new and a url', () => {
    const { Socket } = phone('wechat');
    expect(() => Socket('wss://server')).toThrow(TypeError);
    expect(() => new Socket()).toThrow(TypeError);
  });

  test('keeps what is inside out of sight', () => {
    const { socket } = phone('wechat').open();
    expect(Object.keys(socket)).toEqual([]);
    expect(JSON.stringify(socket)).toBe('{}');
  });

  test('is called what it is by Object.prototype.toString', () => {
    expect(Object.prototype.toString.call(phone('wechat').open().socket)).toBe('[object WebSocket]');
  });

  test.each(['url', 'readyState', 'protocol', 'extensions', 'bufferedAmount', ...Object.keys(STATES)])(
    '%s cannot be set',
    (name) => {
      const { socket } = phone('wechat').open();
      const before = socket[name];
      expect(() => {
        socket[name] = 'x';
      }).toThrow(TypeError);
      expect(socket[name]).toBe(before);
    },
  );

  test('attributes are what they are at the start', () => {
    const { socket } = phone('wechat').open('https://server/x', ['a', 'b']);
    const { url, readyState, protocol, extensions, bufferedAmount, binaryType } = socket;
    expect({ url, readyState, protocol, extensions, bufferedAmount, binaryType }).toEqual({
      url: 'wss://server/x',
      readyState: 0,
      protocol: '',
      extensions: '',
      bufferedAmount: 0,
      binaryType: 'blob',
    });
  });

  test('binaryType is one of two', () => {
    const { socket } = phone('wechat').open();
    for (const value of ['arraybuffer', 'text', 'ARRAYBUFFER', '', null, 'xblob']) socket.binaryType = value;
    expect(socket.binaryType).toBe('arraybuffer');
    socket.binaryType = 'blob';
    expect(socket.binaryType).toBe('blob');
  });

  test('a bad url or protocol is told before anything is asked of the host', async () => {
    const { Socket, log } = phone('wechat');
    expect(() => new Socket('ftp://server')).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
    expect(() => new Socket('wss://server', 'a b')).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
    await wait(100);
    expect(log).toEqual([]);
  });

  test('two of them do not disturb each other', async () => {
    const { open, transport } = phone('wechat');
    const [one, two] = [open('wss://one/'), open('wss://two/')];
    await wait(100);
    transport.connections[0].message('to one');
    transport.connections[1].end(4000, 'bye');
    await wait(100);
    expect(one.events).toEqual([['open'], ['message', 'to one']]);
    expect(two.events).toEqual([['open'], ['close', 4000, 'bye', true]]);
  });
});

describe('with', () => {
  test('gives a class of the same shape, a subclass of the one before', async () => {
    const { Socket } = phone('wechat');
    const Second = Socket.with({ idleTimeout: 1000 });
    const Third = Second.with({});
    expect(new Third('wss://server')).toBeInstanceOf(Socket);
    expect(new Third('wss://server')).toBeInstanceOf(Second);
    expect(new Second('wss://server')).not.toBeInstanceOf(Third);
    expect(new Third('wss://server').constructor).toBe(Third);
    expect(Third.CLOSED).toBe(3);
    expect(typeof Third.with).toBe('function');
  });

  test('options add up, the last one wins, and a class keeps its own', async () => {
    const { Socket } = phone('wechat', { accepts: false, options: { openTimeout: 1000 } });
    const Slow = Socket.with({ openTimeout: 3000 }).with({ idleTimeout: 7000 });
    const [one, two] = [told(new Socket('wss://server')), told(new Slow('wss://server'))];
    await wait(1100);
    expect([one.types(), two.types()]).toEqual([['error', 'close'], []]);
    await wait(2000);
    expect(two.events[0]).toEqual(['error', 'mde-websocket: not open after 3000 ms']);
  });

  test('the keys of params add up too, functions are called for each socket', async () => {
    /** @type {any[]} */
    const seen = [];
    const { Socket } = phone('wechat', {
      alter(host) {
        const { connectSocket } = host;
        host.connectSocket = (/** @type {any} */ params) => {
          const { url, header, timeout, tcpNoDelay } = params;
          seen.push({ url, header, timeout, tcpNoDelay });
          return connectSocket.call(host, params);
        };
      },
    });
    let calls = 0;
    const given = { header: { a: '1' }, timeout: 5 };
    const Bound = Socket.with({ params: given }).with({ params: () => ({ timeout: ++calls, tcpNoDelay: true }) });
    new Bound('wss://one');
    new Bound('wss://two');
    await wait(10);
    expect(seen).toEqual([
      { url: 'wss://one/', header: { a: '1' }, timeout: 1, tcpNoDelay: true },
      { url: 'wss://two/', header: { a: '1' }, timeout: 2, tcpNoDelay: true },
    ]);
    expect(given).toEqual({ header: { a: '1' }, timeout: 5 });
  });

  test('callbacks in params are called', async () => {
    /** @type {string[]} */
    const heard = [];
    const { open } = phone('wechat', {
      options: { params: { success: () => heard.push('success'), complete: () => heard.push('complete') } },
    });
    open();
    await wait(100);
    expect(heard).toEqual(['success', 'complete']);
  });

  test.each([
    [{ openTimeout: 0 }, 'openTimeout must be a positive number or Infinity, got 0'],
    [{ closeTimeout: -1 }, 'closeTimeout must be a positive number or Infinity, got less than 0'],
    [{ idleTimeout: '30' }, 'idleTimeout must be a positive number or Infinity, got string'],
    [{ idleTimeout: null }, 'idleTimeout must be a positive number or Infinity, got null'],
    [{ params: 'x' }, 'params must be an object or a function, got string'],
    [{ params: null }, 'params must be an object or a function, got null'],
  ])('%j is a TypeError that says what was expected', (options, message) => {
    const { Socket } = phone('wechat');
    expect(() => Socket.with(options)).toThrow(new TypeError(`mde-websocket: ${message}`));
  });

  test('Infinity bounds nothing, undefined is the default', async () => {
    const { Socket } = phone('wechat', { accepts: false });
    const { types } = told(new (Socket.with({ openTimeout: Infinity, closeTimeout: undefined }))('wss://server'));
    await wait(50_000);
    expect(types()).toEqual([]);
  });

  test('a class may be extended by the application', async () => {
    const { Socket } = phone('wechat');
    class Own extends Socket {
      /** @param {string} url */
      constructor(url) {
        super(url);
        this.asked = url;
      }

      hello() {
        return this.url;
      }
    }
    const one = told(new Own('wss://server'));
    await wait(100);
    expect(one.types()).toEqual(['open']);
    expect(one.socket.hello()).toBe('wss://server/');
    expect(one.socket).toBeInstanceOf(Socket);
  });

  test('an application in ES5 may extend it as well', () => {
    const { Socket } = phone('wechat');
    /** @this {any} */
    function Own(/** @type {string} */ url) {
      Socket.call(this, url);
    }
    Own.prototype = Object.create(Socket.prototype);
    const Made = /** @type {any} */ (Own);
    expect(new Made('wss://server').readyState).toBe(0);
  });
});
