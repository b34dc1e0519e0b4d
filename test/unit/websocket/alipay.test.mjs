// @ts-check
import { describe, expect, test } from 'vitest';
import { useFakeClock } from '../clock.mjs';
import { phone, told, wait } from './sockets.mjs';

useFakeClock();

/** Notes what the host is asked for. @param {any[]} seen */
const noting = (seen) => (/** @type {any} */ host) => {
  const { connectSocket } = host;
  host.connectSocket = (/** @type {any} */ params) => {
    seen.push({ ...params });
    return connectSocket.call(host, params);
  };
};

describe.each(['alipay', 'universal on alipay'])('on %s', (name) => {
  test('several sockets are asked for, explicitly', async () => {
    /** @type {any[]} */
    const seen = [];
    const { open } = phone(name, { alter: noting(seen) });
    const [one, two] = [open(), open()];
    await wait(100);
    expect(seen.map(({ multiple }) => multiple)).toEqual([true, true]);
    expect([one.types(), two.types()]).toEqual([['open'], ['open']]);
  });

  test('the one line only where it is asked for', async () => {
    /** @type {any[]} */
    const seen = [];
    const { Socket } = phone(name, { alter: noting(seen) });
    const Single = Socket.with({ params: { multiple: false } });
    new Single('wss://server');
    new (Single.with({ params: () => ({ multiple: true }) }))('wss://server');
    await wait(100);
    expect(seen.map(({ multiple }) => multiple)).toEqual([false, true]);
  });
});

describe.each([
  'alipay single, replacing',
  'alipay single, refusing',
  'universal on alipay single',
  'universal on a single host of old',
])('on %s', (name) => {
  test('a socket that another takes the line from closes with 4000 superseded, and the other opens', async () => {
    const { open, sockets } = phone(name);
    const one = open();
    await wait(500);
    const two = open();
    await wait(2000);
    expect(one.events).toEqual([['open'], ['close', 4000, 'superseded', false]]);
    expect(two.events).toEqual([['open']]);
    expect(sockets.open()).toHaveLength(1);
    two.socket.send('x');
    await wait(100);
    expect(two.socket.bufferedAmount).toBe(0);
  });

  test('one that had not opened yet gets an error first', async () => {
    const { open } = phone(name, { accepts: false });
    const one = open();
    await wait(300);
    open();
    await wait(1500);
    expect(one.types()).toEqual(['error', 'close']);
    expect(one.events[1]).toEqual(['close', 4000, 'superseded', false]);
  });

  test("one's own close is clean though the host answers before its event", async () => {
    const { open } = phone(name, { quirks: { closeDelay: 300 } });
    const { socket, closes } = open();
    await wait(500);
    socket.close(4001, 'done');
    await wait(200);
    expect(closes()).toEqual([]);
    await wait(200);
    expect(closes()).toEqual([[4001, 'done', true]]);
  });

  test('a new one after a close waits for the old one, and both are told', async () => {
    const { open, sockets } = phone(name);
    const one = open();
    await wait(500);
    one.socket.close();
    await wait(100);
    const two = open();
    await wait(2000);
    expect(one.closes()).toEqual([[1005, '', true]]);
    expect(two.types()).toEqual(['open']);
    expect(sockets.peak()).toBe(1);
  });

  test('sockets one after the other, many times', async () => {
    const { open, sockets } = phone(name);
    for (let i = 0; i < 10; i++) {
      const one = open();
      await wait(1500);
      one.socket.send(`${i}`);
      one.socket.close(4000 + i);
      await wait(100);
      expect(one.events).toEqual([['open'], ['close', 4000 + i, '', true]]);
    }
    expect(sockets.open()).toEqual([]);
  });
});

test('a close event that may be the old socket’s is believed', async () => {
  const { open, transport, Socket } = phone('alipay single, replacing', { quirks: { closeDelay: 1500 } });
  const one = open();
  await wait(100);
  const two = told(new Socket('wss://server/'));
  await wait(1300);
  expect(two.types()).toEqual(['open']);
  await wait(1000);
  expect(one.closes()).toEqual([[4000, 'superseded', false]]);
  expect(two.types()).toEqual(['open', 'close']);
  expect(transport.connections).toHaveLength(2);
});

test('two clients that reconnect supersede each other on the one line only', async () => {
  const rivals = async (/** @type {string} */ name) => {
    const { Socket } = phone(name);
    let opens = 0;
    const connect = () => {
      const socket = new Socket('wss://server/');
      socket.onopen = () => opens++;
      socket.onclose = () => setTimeout(connect, 1000);
    };
    connect();
    connect();
    await wait(10_000);
    return opens;
  };
  expect(await rivals('alipay')).toBe(2);
  expect(await rivals('alipay single, replacing')).toBeGreaterThan(4);
});
