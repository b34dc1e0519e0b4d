// @ts-check
import { describe, expect, test } from 'vitest';
import { useFakeClock } from '../clock.mjs';
import { names, phone, several, told, wait } from './sockets.mjs';

useFakeClock();

describe.each(names)('on %s', (name) => {
  test('a socket opens, is 1 and tells it once', async () => {
    const { open } = phone(name);
    const { socket, events, states } = open();
    expect(socket.readyState).toBe(0);
    await wait(1000);
    expect(events).toEqual([['open']]);
    expect(states).toEqual([1]);
  });

  test('nothing is told before the constructor has returned, by a host that fails at once', async () => {
    const { Socket, transport } = phone(name, { quirks: { connectFailsSync: true, connectFails: 'no' } });
    /** @type {any[]} */
    const early = [];
    class Eager extends Socket {
      /** @param {string} url */
      constructor(url) {
        super(url);
        /** @type {any} */ (this).addEventListener('error', () => early.push('error'));
      }
    }
    const { types, states } = told(new Eager('wss://server/'));
    expect(early).toEqual([]);
    await wait(300);
    expect(types()).toEqual(['error', 'close']);
    expect(states).toEqual([3, 3]);
    expect(transport.connections).toEqual([]);
  });

  test.each(['error', 'close', 'error-close', 'close-error', 'none'])(
    'one that is refused tells error and close once, in one breath, whatever the host reports (%s)',
    async (refusedEvents) => {
      const { open, transport, sockets } = phone(name, {
        accepts: false,
        quirks: { refusedEvents, connectLimit: 90_000 },
      });
      const { events, states } = open();
      await wait(50);
      transport.last().break('connection refused');
      await wait(1300);
      if (refusedEvents === 'none') expect(events).toEqual([]);
      await wait(9000);
      expect(events.map(([type]) => type)).toEqual(['error', 'close']);
      expect(events[1]).toEqual(['close', 1006, '', false]);
      expect(states).toEqual([3, 3]);
      expect(sockets.live()).toEqual([]);
    },
  );

  test('one that does not open within openTimeout ends with error and close', async () => {
    const { open, sockets } = phone(name, { accepts: false, options: { openTimeout: 3000 } });
    const { events } = open();
    await wait(2990);
    expect(events).toEqual([]);
    await wait(20);
    expect(events).toEqual([
      ['error', 'mde-websocket: not open after 3000 ms'],
      ['close', 1006, '', false],
    ]);
    expect(sockets.live()).toEqual([]);
  });

  test('one that opens after that is closed and tells nothing more', async () => {
    const { open, transport, sockets } = phone(name, {
      accepts: false,
      options: { openTimeout: 3000 },
      quirks: { closeBeforeOpen: 'ignored' },
    });
    const { events } = open();
    await wait(4000);
    const before = events.length;
    transport.last().open();
    await wait(1000);
    expect(events.length).toBe(before);
    expect(sockets.open()).toEqual([]);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('no token');
      },
      'no token',
    ],
    ['gives no object', () => 'token', 'mde-websocket: params() must be an object, got string'],
    ['gives a promise', async () => ({}), 'mde-websocket: params() must be an object at once, got object'],
  ])(
    'a params function that %s: error and close after the constructor, and nothing is asked of the host',
    async (_, params, message) => {
      const { open, transport, log } = phone(name, { options: { params } });
      const { events } = open();
      expect(events).toEqual([]);
      await wait(10);
      expect(events).toEqual([
        ['error', message],
        ['close', 1006, '', false],
      ]);
      expect(transport.connections).toEqual([]);
      expect(log.filter(({ what }) => /created/.test(what))).toEqual([]);
    },
  );

  test('a host that throws, and one that gives nothing', async () => {
    for (const quirk of ['connectThrows', 'connectReturnsNothing']) {
      const { open } = phone(name, { quirks: { [quirk]: true }, options: { openTimeout: 2000 } });
      const { types } = open();
      await wait(3000);
      expect(types()).toEqual(['error', 'close']);
    }
  });

  test('events that the host reports twice are told once', async () => {
    const { open, transport } = phone(name, { quirks: { duplicateEvents: true } });
    const { types } = open();
    await wait(1000);
    transport.last().end(4001, 'bye');
    await wait(1000);
    expect(types()).toEqual(['open', 'close']);
  });
});

describe('protocol', () => {
  test.each(['wechat', 'baidu', 'alipay', 'universal on wechat'])(
    'is what the header of the answer says, on %s',
    async (name) => {
      const { open, transport } = phone(name, { accepts: false });
      const { socket } = open('wss://server/', ['mqtt', 'mqttv3.1']);
      await wait(10);
      transport.last().open({ Server: 'x', 'sec-websocket-protocol': 'mqttv3.1' });
      expect(transport.last().request.protocols).toEqual(['mqtt', 'mqttv3.1']);
      expect(socket.protocol).toBe('mqttv3.1');
    },
  );

  test.each(names)('is the only one asked for where the host gives no header, on %s', async (name) => {
    const { open } = phone(name);
    const [one, two] = [open('wss://server/', 'mqtt'), open('wss://server/')];
    expect(one.socket.protocol).toBe('');
    await wait(3000);
    if (one.socket.readyState === 1) expect(one.socket.protocol).toBe('mqtt');
    expect(two.socket.protocol).toBe('');
  });

  test('is empty where there were two to choose from and the host does not say', async () => {
    const { open } = phone('wechat');
    const { socket } = open('wss://server/', ['a', 'b']);
    await wait(100);
    expect(socket.protocol).toBe('');
  });
});

test.each(several)('the sixth socket says that the limit of the host is reached, on %s', async (name) => {
  const { open } = phone(name);
  const five = [1, 2, 3, 4, 5].map(() => open());
  const sixth = open();
  await wait(500);
  expect(five.map(({ socket }) => socket.readyState)).toEqual([1, 1, 1, 1, 1]);
  expect(sixth.types()).toEqual(['error', 'close']);
  expect(sixth.events[0][1]).toMatch(/the limit of the host is reached: 6 sockets$/);
  five[0].socket.close();
  await wait(500);
  expect(open().events).toEqual([]);
});

test('a host that says nothing of a sixth socket is told of by openTimeout', async () => {
  const { open, quirks } = phone('wechat', { options: { openTimeout: 1000 } });
  for (let i = 0; i < 5; i++) open();
  await wait(100);
  quirks.connectIgnored = true;
  const { events } = open();
  await wait(1100);
  expect(events[0]).toEqual([
    'error',
    'mde-websocket: not open after 1000 ms; the limit of the host is reached: 6 sockets',
  ]);
});

test('the host is asked for what the constructor and params say, and params cannot name another server', async () => {
  const seen = /** @type {any[]} */ ([]);
  const { open } = phone('wechat', {
    options: { params: { header: { a: '1' }, url: 'wss://other', tcpNoDelay: true } },
    alter(host) {
      const { connectSocket } = host;
      host.connectSocket = (/** @type {any} */ params) => {
        seen.push(params);
        return connectSocket.call(host, params);
      };
    },
  });
  open('https://server');
  await wait(10);
  expect(seen).toEqual([expect.objectContaining({ url: 'wss://server/', header: { a: '1' }, tcpNoDelay: true })]);
  expect(seen[0]).not.toHaveProperty('protocols');
  expect(seen[0]).not.toHaveProperty('multiple');
});

test.each(['wechat', 'baidu', 'alipay'])('without its global the constructor says what is missing, on %s', (name) => {
  const { Socket } = phone(name, { alter: (host) => void delete host.connectSocket });
  expect(() => new Socket('wss://server')).toThrow(
    /^mde-websocket: (wx|swan|my)\.connectSocket is missing: this is the build for \w+/,
  );
});

test('createWebSocket says what a platform lacks', () => {
  const { exports } = phone('universal on wechat');
  expect(() => exports.createWebSocket(undefined)).toThrow(
    'mde-websocket: platform must be a host with connectSocket, got undefined',
  );
  expect(() => exports.createNetwork({})).toThrow(/platform must be a host with connectSocket, got object/);
});
