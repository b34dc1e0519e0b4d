// @ts-check
import { describe, expect, test } from 'vitest';
import { useFakeClock } from '../clock.mjs';
import { names, phone, wait } from './sockets.mjs';

useFakeClock();

/** @param {string} name @param {number} idleTimeout @param {Record<string, any>} [quirks] */
async function opened(name, idleTimeout, quirks) {
  const made = phone(name, { quirks: { backgroundLoss: 'none', ...quirks }, options: { idleTimeout } });
  const one = made.open();
  while (one.socket.readyState === 0) await wait(1);
  one.events.length = 0;
  return { ...made, ...one };
}

describe.each(names)('on %s', (name) => {
  test('silence for idleTimeout ends a socket with error and 1006', async () => {
    const { events, states, sockets } = await opened(name, 30_000);
    await wait(29_990);
    expect(events).toEqual([]);
    await wait(20);
    expect(events).toEqual([
      ['error', 'mde-websocket: no message within idleTimeout'],
      ['close', 1006, '', false],
    ]);
    expect(states.slice(-2)).toEqual([3, 3]);
    await wait(2000);
    expect(sockets.live()).toEqual([]);
  });

  test('every message begins it anew, and what is sent does not', async () => {
    const { socket, events, transport } = await opened(name, 10_000);
    for (let i = 0; i < 5; i++) {
      await wait(9000);
      transport.last().message('x');
    }
    await wait(5000);
    socket.send('y');
    await wait(5100);
    expect(events.map(([type]) => type)).toEqual([...Array(5).fill('message'), 'error', 'close']);
  });

  test('after a return to the foreground it is 5 s, once', async () => {
    const { events, transport, background, foreground } = await opened(name, 60_000);
    background();
    await wait(1000);
    foreground();
    await wait(4900);
    expect(events).toEqual([]);
    transport.last().message('alive');
    await wait(40_000);
    expect(events).toEqual([['message', 'alive']]);
    background();
    foreground();
    await wait(4980);
    expect(events).toEqual([['message', 'alive']]);
    await wait(40);
    expect(events.map(([type]) => type)).toEqual(['message', 'error', 'close']);
  });
});

test('a return does not make it longer', async () => {
  const { types, background, foreground } = await opened('wechat', 3000);
  background();
  foreground();
  await wait(3010);
  expect(types()).toEqual(['error', 'close']);
});

test('further returns in the silence do not extend it', async () => {
  const { types, background, foreground } = await opened('wechat', 60_000);
  for (let i = 0; i < 3; i++) {
    background();
    foreground();
    await wait(2000);
  }
  expect(types()).toEqual(['error', 'close']);
});

test('time asleep is not counted', async () => {
  const { events, transport, background, foreground, thread } = await opened('wechat', 30_000, {
    backgroundFreezes: true,
    appEvents: false,
  });
  await wait(10_000);
  background();
  await wait(600_000);
  foreground();
  await wait(13_000);
  expect(events).toEqual([]);
  transport.last().message('alive');
  await wait(29_000);
  expect(events).toEqual([['message', 'alive']]);
  await wait(1100);
  expect(events.map(([type]) => type)).toEqual(['message', 'error', 'close']);
  expect(thread.errors).toEqual([]);
});

test('what the host has in its queue when the time is over is delivered before', async () => {
  const { events, transport, thread, socket } = await opened('wechat', 1000);
  await wait(900);
  thread.freeze();
  await wait(50);
  await wait(500);
  transport.last().message('was in the queue');
  thread.resume();
  await wait(500);
  expect(events).toEqual([['message', 'was in the queue']]);
  expect(socket.readyState).toBe(1);
});

test('without it no timer runs while a socket is open', async () => {
  const { open, counts } = phone('wechat');
  const { socket } = open();
  await wait(100);
  expect(socket.readyState).toBe(1);
  expect(counts().timers).toBe(0);
  await wait(3_600_000);
  expect(socket.readyState).toBe(1);
});

test('without it a return to the foreground ends nothing', async () => {
  const { open, background, foreground, counts } = phone('wechat', { quirks: { backgroundLoss: 'none' } });
  const { socket } = open();
  await wait(100);
  background();
  foreground();
  expect(counts().timers).toBe(0);
  await wait(3_600_000);
  expect(socket.readyState).toBe(1);
});

test('it does not shorten the closing handshake', async () => {
  const { socket, transport, closes } = await opened('wechat', 1000);
  transport.last().answersClose = false;
  await wait(900);
  socket.close();
  await wait(1900);
  expect(closes()).toEqual([]);
  await wait(200);
  expect(closes()).toEqual([[1006, '', false]]);
});
