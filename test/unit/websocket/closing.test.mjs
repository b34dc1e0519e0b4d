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
  one.events.length = one.states.length = 0;
  return { ...made, ...one };
}

describe.each(names)('on %s', (name) => {
  const hidesCode = /one level/.test(name);

  test.each([
    ['a code and a reason', [4000, '再见'], [4000, '再见', true]],
    ['a code', [1000], [1000, '', true]],
    ['nothing', [], [1005, '', true]],
  ])("one's own close with %s is clean once the host has confirmed it", async (_, given, expected) => {
    const { socket, events, states, transport, sockets } = await opened(name);
    socket.close(...given);
    expect(socket.readyState).toBe(2);
    expect(events).toEqual([]);
    await wait(100);
    expect(events).toEqual([['close', ...expected]]);
    expect(states).toEqual([3]);
    expect(transport.last().closed).toEqual({ code: given[0] ?? 1000, reason: given[1] ?? '' });
    expect(sockets.live()).toEqual([]);
  });

  test('close() again changes nothing', async () => {
    const { socket, events, transport } = await opened(name);
    socket.close(4000, 'one');
    socket.close(4001, 'two');
    await wait(100);
    socket.close(4002, 'three');
    await wait(5000);
    expect(events).toEqual([['close', 4000, 'one', true]]);
    expect(transport.last().closed).toEqual({ code: 4000, reason: 'one' });
  });

  test.each(['deafClose', 'ghostSocket'])(
    'on a host that stays silent (%s) it comes within closeTimeout, with 1006',
    async (quirk) => {
      const { socket, events, transport } = await opened(name, {
        quirks: { [quirk]: true },
        options: { closeTimeout: 1500 },
      });
      socket.close(4000, 'bye');
      transport.last().message('still there');
      await wait(1490);
      expect(events).toEqual([]);
      await wait(20);
      expect(events).toEqual([['close', 1006, '', false]]);
    },
  );

  test('on a host whose server does not answer the close too', async () => {
    const { socket, events, transport } = await opened(name);
    transport.last().answersClose = false;
    socket.close();
    await wait(1990);
    expect(events).toEqual([]);
    await wait(20);
    expect(events).toEqual([['close', 1006, '', false]]);
  });

  test('close() before the host was asked ends it with error and 1006 and asks for nothing', async () => {
    const { open, log } = phone(name);
    const { socket, events } = open();
    socket.close(4000, 'never mind');
    expect(socket.readyState).toBe(2);
    expect(events).toEqual([]);
    await wait(5000);
    expect(events).toEqual([
      ['error', 'mde-websocket: closed before it was open'],
      ['close', 1006, '', false],
    ]);
    expect(log.filter(({ what }) => /created/.test(what))).toEqual([]);
  });

  test.each(['aborts', 'ignored'])(
    'close() while connecting ends it with error and 1006, and the socket is closed (%s)',
    async (closeBeforeOpen) => {
      const { open, transport, sockets } = phone(name, { accepts: false, quirks: { closeBeforeOpen } });
      const { socket, types, closes } = open();
      await wait(400);
      socket.close();
      expect(types()).toEqual([]);
      await wait(10);
      expect(types()).toEqual(['error', 'close']);
      expect(closes()).toEqual([[1006, '', false]]);
      transport.last().open();
      await wait(3000);
      expect(types()).toEqual(['error', 'close']);
      expect(sockets.open()).toEqual([]);
    },
  );

  test("a close of the server is clean, with the server's code where the host gives it", async () => {
    const { events, states, transport } = await opened(name, {
      quirks: { closePayload: 'full', undefinedPayloads: false },
    });
    transport.last().end(4321, 'bye');
    await wait(1000);
    expect(events).toEqual([hidesCode ? ['close', 1006, '', false] : ['close', 4321, 'bye', true]]);
    expect(states).toEqual([3]);
  });

  test.each(['error', 'close', 'error-close', 'close-error'])(
    'a link that breaks tells one close (%s), and an error first where the host told of one',
    async (lossEvents) => {
      const { events, states, transport, sockets } = await opened(name, { quirks: { lossEvents } });
      transport.last().break('broken');
      await wait(300);
      const hasError = /error/.test(lossEvents) && lossEvents !== 'close-error';
      expect(events.map(([type]) => type)).toEqual(hasError ? ['error', 'close'] : ['close']);
      expect(events.at(-1).slice(0, 2)).toEqual(['close', 1006]);
      expect(events.at(-1)[3]).toBe(false);
      expect(states.every((state) => state === 3)).toBe(true);
      expect(sockets.live()).toEqual([]);
    },
  );

  test('the real code is waited for 200 ms after an error', async () => {
    const quirks = { lossEvents: 'error-close', closeAfterError: 150, closePayload: 'full', undefinedPayloads: false };
    const { socket, events, transport } = await opened(name, { quirks });
    transport.last().break('broken');
    await wait(100);
    expect(events).toEqual([]);
    expect(socket.readyState).toBe(2);
    await wait(60);
    expect(events).toEqual([
      ['error', hidesCode ? 'error 1' : 'broken'],
      ['close', 1006, hidesCode ? '' : 'broken', false],
    ]);
  });

  test('the error of a lost link, with the close it never gets, ends after 200 ms', async () => {
    const { events, transport } = await opened(name, { quirks: { lossEvents: 'error' } });
    transport.last().break('broken');
    await wait(190);
    expect(events).toEqual([]);
    await wait(20);
    expect(events.map(([type]) => type)).toEqual(['error', 'close']);
  });

  test('after its close the host holds no listener of ours, and no timer runs', async () => {
    const { socket, counts } = await opened(name);
    socket.close();
    await wait(5000);
    expect(counts().timers).toBe(0);
    const kept = /baidu|old/.test(name) ? expect.any(Number) : 0;
    expect(counts().listeners).toEqual(kept);
  });

  test('a close that the hidden host refuses is 1006 within closeTimeout, and asked again on return', async () => {
    const quirks = { backgroundLoss: 'none', backgroundInterrupts: true };
    const { socket, events, sockets, background, foreground } = await opened(name, { quirks });
    background();
    await wait(6000);
    socket.close();
    await wait(2100);
    expect(events).toEqual([['close', 1006, '', false]]);
    expect(sockets.open()).toHaveLength(1);
    foreground();
    await wait(1000);
    expect(sockets.open()).toEqual([]);
  });
});

describe('what close() is given', () => {
  test.each([0, 999, 1001, 1005, 1006, 2999, 5000, NaN, null, '', 'abc', -1, 65536 + 999])(
    'the code %o is an InvalidAccessError',
    async (code) => {
      const { socket, events } = await opened('wechat');
      expect(() => socket.close(code)).toThrow(
        expect.objectContaining({
          name: 'InvalidAccessError',
          code: 15,
          message: 'mde-websocket: the code must be 1000, or 3000 to 4999',
        }),
      );
      expect(socket.readyState).toBe(1);
      expect(events).toEqual([]);
    },
  );

  test.each([1000, '3000', 4999, 2999.6, 3000.4])('the code %o is one, rounded', async (code) => {
    const { socket, closes } = await opened('wechat');
    socket.close(code);
    await wait(100);
    expect(closes()).toEqual([[Math.round(Number(code)), '', true]]);
  });

  test('a reason of more than 123 bytes is a SyntaxError, one of 123 is not', async () => {
    const { socket, closes } = await opened('wechat');
    expect(() => socket.close(1000, `${'您'.repeat(41)}a`)).toThrow(
      expect.objectContaining({ name: 'SyntaxError', code: 12 }),
    );
    socket.close(1000, '您'.repeat(41));
    await wait(100);
    expect(closes()).toEqual([[1000, '您'.repeat(41), true]]);
  });

  test('a reason without a code is reported with 1005', async () => {
    const { socket, closes } = await opened('wechat');
    socket.close(undefined, 'why');
    await wait(100);
    expect(closes()).toEqual([[1005, 'why', true]]);
  });

  test('what is wrong is told in every state', async () => {
    const { socket } = await opened('wechat');
    socket.close();
    await wait(100);
    expect(() => socket.close(7)).toThrow(/the code must be/);
  });
});

test('a host that reports the close within close() is heard afterwards', async () => {
  const { open } = phone('wechat', {
    alter(host) {
      const { connectSocket } = host;
      host.connectSocket = (/** @type {any} */ params) => {
        const task = connectSocket.call(host, params);
        /** @type {any[]} */
        const listeners = [];
        return {
          onOpen: (/** @type {any} */ given) => task.onOpen(given),
          onMessage: (/** @type {any} */ given) => task.onMessage(given),
          onError: (/** @type {any} */ given) => task.onError(given),
          onClose: (/** @type {any} */ given) => listeners.push(given),
          send: (/** @type {any} */ frame) => task.send(frame),
          close: (/** @type {any} */ { code, reason }) => listeners[0]({ code, reason }),
        };
      };
    },
  });
  const { socket, events } = open();
  await wait(100);
  socket.close(4000);
  expect(events).toEqual([['open']]);
  expect(socket.readyState).toBe(2);
  await wait(10);
  expect(events).toEqual([['open'], ['close', 4000, '', true]]);
});

test('a send refused before close() is not hidden by a clean close', async () => {
  const { socket, events } = await opened('wechat', { quirks: { sendFails: true } });
  socket.send('lost');
  socket.close(4000);
  await wait(500);
  expect(events.map(([type]) => type)).toEqual(['error', 'close']);
  expect(events[1][3]).toBe(false);
});

test('a socket that lingers is told again whenever it speaks', async () => {
  const { socket, transport, log } = await opened('wechat', { quirks: { ghostSocket: true } });
  socket.close();
  await wait(3000);
  const asked = () => log.filter(({ what }) => /close asked/.test(what)).length;
  const before = asked();
  transport.last().message('still here');
  await wait(10);
  expect(asked()).toBe(before + 1);
});

test('what the server says while it closes is no reason to ask again', async () => {
  const { socket, transport, log } = await opened('wechat');
  transport.last().answersClose = false;
  socket.close();
  for (let i = 0; i < 5; i++) transport.last().message('still coming');
  expect(log.filter(({ what }) => /close asked/.test(what))).toHaveLength(1);
});
