// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { MdeWebsocket } from '../../../build/universal/index';
import { alipay, memoryTransport } from '../../../lab/emulators/index.mjs';
import { advance, useFakeClock } from '../clock.mjs';
import { singleHost } from '../hosts.mjs';
import { connecting } from '../tasks.mjs';
import { setUp } from './single-sockets.mjs';

useFakeClock();

describe('a close that comes too late', () => {
  test('is not taken for that of the next connection', () => {
    const { takeOpen, take, emit } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    const { heard, doubted } = take(options);
    advance(1000);
    emit('Close', { reason: 'old' });
    emit('Open');
    expect(heard).toEqual(['open']);
    expect(doubted).not.toHaveBeenCalled();
  });

  test('comes once: the next one is that of the new connection', () => {
    const { takeOpen, take, emit } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    const { heard } = take(options);
    advance(1000);
    emit('Close', { reason: 'old' });
    emit('Close', { reason: 'refused' });
    expect(heard).toEqual([['close', { reason: 'refused' }]]);
  });

  test('or never is forgotten with the next close of the host', () => {
    const { takeOpen, take, emit, connects } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    advance(10_000);
    take(options);
    emit('Open');
    emit('Close', { reason: 'new' });
    const third = take(options);
    emit('Open');
    third.socket.close({});
    take(options);
    emit('Close', { reason: 'third' });
    expect(connects).toHaveLength(4);
  });

  test.each([
    [9999, 'doubted'],
    [10_000, 'believed'],
  ])('is no longer expected after 10 s: %d ms after it was asked for, a close is %s', (ms, outcome) => {
    const { takeOpen, take, emit } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    const { heard, doubted } = take(options);
    advance(1000);
    emit('Open');
    advance(ms - 1000);
    emit('Close', { reason: 'new' });
    expect(doubted).toHaveBeenCalledTimes(outcome === 'doubted' ? 1 : 0);
    expect(heard).toEqual(outcome === 'doubted' ? ['open'] : ['open', ['close', { reason: 'new' }]]);
  });

  test('that never came is not waited for ten seconds later, with that of another', () => {
    const { takeOpen, take, emit, connects } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    const second = take(options);
    advance(1000);
    emit('Open');
    advance(9000);
    second.socket.close({});
    take(options);
    emit('Close', { reason: 'second' });
    expect(connects).toHaveLength(3);
  });

  test('is one of two that a host owes: the next connection waits for the second', () => {
    const { takeOpen, take, emit, connects } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    const second = take(options);
    advance(1000);
    second.socket.close({});
    take(options);
    emit('Close', { reason: 'first' });
    expect(connects).toHaveLength(2);
    emit('Close', { reason: 'second' });
    expect(connects).toHaveLength(3);
  });

  test.each(['replace', 'refuse'])(
    'than a second does not make the link flap, on a host that would %s',
    async (secondConnect) => {
      const transport = memoryTransport({ onConnect: (connection) => void setTimeout(() => connection.open(), 100) });
      const phone = alipay({ transport, quirks: { secondConnect, closeDelay: 1300 } });
      const task = await MdeWebsocket({ platform: phone.host, params: { url: 'ws://server/' }, pingTimeout: 0 });
      await vi.advanceTimersByTimeAsync(1000);
      task.reconnect();
      await vi.advanceTimersByTimeAsync(30_000);
      const lost = vi.fn();
      task.onClose = lost;
      await vi.advanceTimersByTimeAsync(30_000);
      expect(task.state).toBe('open');
      expect(lost).not.toHaveBeenCalled();
    },
  );
});

describe('a real close', () => {
  const params = { url: 'wss://server' };

  /** A task on a scripted host that just closed its first link, and its next link, open. */
  async function nextLink(/** @type {'close' | 'reconnect'} */ by, { isDeaf = false } = {}) {
    const phone = singleHost();
    const options = { platform: phone.host, params, pingTimeout: 0 };
    const first = await MdeWebsocket(options);
    phone.emit('Open');
    first[by]();
    if (!isDeaf) phone.emit('Close', { code: 1000 });
    const task = by === 'close' ? await MdeWebsocket(options) : first;
    await vi.advanceTimersByTimeAsync(1000);
    phone.emit('Open');
    expect(task.state).toBe('open');
    return { phone, task };
  }

  test.each(
    /** @type {const} */ ([
      ['after close() and a new task', 'close', false],
      ['after reconnect()', 'reconnect', false],
      ['after close() and a new task, on a host that never reports the close it was asked for', 'close', true],
      ['after reconnect(), on a host that never reports the close it was asked for', 'reconnect', true],
    ]),
  )('%s is noticed without a heartbeat', async (_, by, isDeaf) => {
    const { phone, task } = await nextLink(by, { isDeaf });
    await vi.advanceTimersByTimeAsync(3000);
    phone.emit('Close', { code: 4401 });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(task.state).not.toBe('open');
  });

  test('after an error is believed at once, though the host owes one', async () => {
    const phone = singleHost();
    const task = await MdeWebsocket({ platform: phone.host, params });
    const onClose = vi.fn();
    phone.emit('Open');
    task.reconnect();
    await vi.advanceTimersByTimeAsync(1000);
    phone.emit('Open');
    task.onClose = onClose;
    phone.emit('Error', { error: 12 });
    phone.emit('Close', { code: 4401 });
    expect(onClose).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 4401, cause: 'host' }));
    task.close();
  });

  test('that may be the one the host owes is found out by a ping at once, where there is a heartbeat', async () => {
    const phone = singleHost();
    const task = await MdeWebsocket({ platform: phone.host, params });
    const onClose = vi.fn();
    phone.emit('Open');
    task.reconnect();
    await vi.advanceTimersByTimeAsync(1000);
    phone.emit('Open');
    task.onClose = onClose;
    phone.emit('Close', { code: 4401 });
    expect(phone.sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(onClose).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ cause: 'pong-timeout' }));
    task.close();
  });
});

describe('a host that refuses a second socket', () => {
  /** A task on it, which never leaves the host a socket that stands in its own way. */
  function connectOn() {
    const phone = singleHost();
    let isTaken = false;
    const { connectSocket, closeSocket } = phone.host;
    phone.host.connectSocket = (/** @type {any} */ params) => {
      if (!isTaken) return connectSocket(params);
      setTimeout(() => {
        params.fail({ error: 3 });
        params.complete();
      }, 5);
    };
    phone.host.closeSocket = (/** @type {any} */ given) => {
      closeSocket(given);
      if (isTaken) setTimeout(() => phone.emit('Close', {}), 5);
      isTaken = false;
    };
    const open = () => {
      isTaken = true;
      phone.emit('Open');
    };
    const drop = () => {
      isTaken = false;
      phone.emit('Close', {});
    };
    const newTask = () => connecting({}, /** @type {any} */ (phone));
    return { ...phone, open, drop, isTaken: () => isTaken, newTask, made: newTask() };
  }

  test('and reports a close twice: the socket that was given up for it is closed, and the task comes back', () => {
    const { made, open, drop, emit, isTaken } = connectOn();
    open();
    drop();
    advance(2000);
    open();
    emit('Close', {});
    advance(6000);
    open();
    expect(made.task.state).toBe('open');
    made.task.close();
    advance(5);
    expect(isTaken()).toBe(false);
  });

  test('and opens an old one while a new one is refused: it is closed, and the task comes back', () => {
    const { made, open, host, isTaken } = connectOn();
    const { closeSocket } = host;
    host.closeSocket = () => {};
    advance(10_000);
    host.connectSocket = (/** @type {any} */ params) => setTimeout(() => params.fail({ error: 3 }), 5);
    advance(2006);
    host.closeSocket = closeSocket;
    open();
    advance(300);
    expect(isTaken()).toBe(false);
    made.task.close();
  });

  test('and opens one that a closed task left connecting: the next task comes in', () => {
    const { made, open, host, newTask, isTaken } = connectOn();
    const { closeSocket } = host;
    host.closeSocket = () => {};
    made.task.close();
    open();
    host.closeSocket = closeSocket;
    advance(2000);
    const next = newTask();
    advance(300);
    expect(isTaken()).toBe(false);
    advance(2300);
    open();
    expect(next.task.state).toBe('open');
  });
});
