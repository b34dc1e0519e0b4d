// @ts-check
import { describe, expect, test } from 'vitest';
import { useFakeClock } from '../clock.mjs';
import { names, phone, wait } from './sockets.mjs';

useFakeClock();

/** @param {string} name @param {Parameters<typeof phone>[1]} [given] */
async function opened(name, given) {
  const made = phone(name, given);
  const one = made.open();
  await wait(1000);
  expect(one.types()).toEqual(['open']);
  one.events.length = 0;
  return { ...made, ...one };
}

const view = new Uint8Array([9, 9, 1, 2, 255, 9]).subarray(2, 5);
const sent = (/** @type {any} */ { transport }) =>
  transport.last().sent.map((/** @type {any} */ data) => (typeof data === 'string' ? data : [...new Uint8Array(data)]));

describe.each(names)('on %s', (name) => {
  test('text and bytes arrive exactly, in order, of a view its own bytes only', async () => {
    const { socket, ...rest } = await opened(name);
    for (const data of [
      'a',
      '',
      view,
      view.slice().buffer,
      new DataView(view.buffer, 3, 1),
      new ArrayBuffer(0),
      '您好😀',
    ]) {
      socket.send(data);
    }
    expect(sent(rest)).toEqual(['a', '', [1, 2, 255], [1, 2, 255], [2], [], '您好😀']);
  });

  test('text and bytes come in, bytes as an ArrayBuffer whatever binaryType says', async () => {
    const { socket, events, transport } = await opened(name);
    expect(socket.binaryType).toBe('blob');
    transport.last().message('text');
    transport.last().message(view.slice().buffer);
    socket.binaryType = 'arraybuffer';
    transport.last().message('');
    await wait(10);
    expect(events.map(([, data]) => (typeof data === 'string' ? data : [...new Uint8Array(data)]))).toEqual([
      'text',
      [1, 2, 255],
      '',
    ]);
    expect(events[1][1]).toBeInstanceOf(ArrayBuffer);
  });

  test('bufferedAmount counts bytes of UTF-8 and falls when the host says success', async () => {
    const { socket } = await opened(name);
    socket.send('aé您😀');
    socket.send(view);
    expect(socket.bufferedAmount).toBe(1 + 2 + 3 + 4 + 3);
    await wait(10);
    expect(socket.bufferedAmount).toBe(0);
  });

  test('a host that never answers leaves it counted', async () => {
    const { socket } = await opened(name, { quirks: { sendNeverAnswers: true } });
    socket.send('abc');
    await wait(5000);
    expect(socket.bufferedAmount).toBe(3);
  });

  test.each([
    ['fail', { sendFails: true }],
    ['fail, twice', { sendFails: true, sendAnswersTwice: true }],
    ['a throw', { sendThrows: true }],
  ])('a send that the host refuses (%s) ends the socket with error and 1006', async (_, quirks) => {
    const { socket, events, states, sockets } = await opened(name, { quirks });
    socket.send('lost');
    expect(events).toEqual([]);
    await wait(10);
    expect(socket.readyState).toBe(2);
    await wait(190);
    expect(events.map(([type]) => type)).toEqual(['error', 'close']);
    expect(events[0][1]).toMatch(/send|error 11|the host threw/);
    expect(events[1]).toEqual(['close', 1006, '', false]);
    expect(states.slice(-2)).toEqual([3, 3]);
    await wait(10);
    expect(sockets.live()).toEqual([]);
  });

  test('it tells the real code where that comes within 200 ms', async () => {
    const { socket, events, transport } = await opened(name, {
      quirks: { sendFails: true, closePayload: 'full', undefinedPayloads: false },
    });
    socket.send('lost');
    await wait(100);
    transport.last().end(4123, 'kicked');
    await wait(10);
    const [, code, reason, wasClean] = events[1];
    if (/one level/.test(name)) expect([code, wasClean]).toEqual([1006, false]);
    else expect([code, reason, wasClean]).toEqual([4123, 'kicked', false]);
  });

  test('what is sent after close() is dropped and counted', async () => {
    const { socket, ...rest } = await opened(name);
    socket.close();
    socket.send('abc');
    socket.send(view);
    await wait(3000);
    expect(socket.readyState).toBe(3);
    socket.send('d');
    expect(socket.bufferedAmount).toBe(7);
    expect(sent(rest)).toEqual([]);
  });
});

test('while connecting send throws InvalidStateError', () => {
  const { open } = phone('wechat');
  const { socket } = open();
  expect(() => socket.send('x')).toThrow(
    expect.objectContaining({
      name: 'InvalidStateError',
      code: 11,
      message: 'mde-websocket: the socket is still connecting',
    }),
  );
});

test('of a Blob, or nothing at all, send throws a TypeError in every state', async () => {
  const { open } = phone('wechat');
  const { socket } = open();
  const blob = new Blob(['x']);
  const wrong = 'mde-websocket: data must be a string, an ArrayBuffer or a view, got object';
  expect(() => socket.send(blob)).toThrow(new TypeError(wrong));
  await wait(100);
  expect(() => socket.send(blob)).toThrow(new TypeError(wrong));
  expect(() => socket.send()).toThrow(TypeError);
  socket.close();
  expect(() => socket.send(blob)).toThrow(new TypeError(wrong));
});

test('what is neither text nor bytes is sent as text, and half a character as U+FFFD', async () => {
  const { socket, ...rest } = await opened('wechat');
  for (const data of [null, undefined, 5, { a: 1 }, 'a\ud800b', '\udc00', '\ud83d\ude00']) socket.send(data);
  expect(sent(rest)).toEqual(['null', 'undefined', '5', '[object Object]', 'a\ufffdb', '\ufffd', '😀']);
});

test('messages after close() are not told', async () => {
  const { socket, events, transport } = await opened('wechat', { quirks: { ghostSocket: true } });
  socket.close();
  transport.last().message('late');
  await wait(100);
  expect(events).toEqual([]);
});

test('a handler may send and close', async () => {
  const { open, transport } = phone('wechat');
  const { socket, events } = open();
  socket.onopen = () => {
    socket.send('first');
    socket.close(4000, 'enough');
    socket.send('dropped');
  };
  await wait(100);
  expect(sent({ transport })).toEqual(['first']);
  expect(events).toEqual([['open'], ['close', 4000, 'enough', true]]);
});
