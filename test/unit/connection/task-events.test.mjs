// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, useFakeClock } from '../clock.mjs';
import { createSocket } from '../hosts.mjs';
import { inState } from '../tasks.mjs';

useFakeClock();

/** @typedef {ReturnType<typeof inState.open>} Made */

describe('a close event', () => {
  const events = (/** @type {Made} */ { of }) => of('close');

  test('has the code and reason of the host', () => {
    const made = inState.open();
    const raw = { code: 4401, reason: 'token' };
    made.last().emit('Close', raw);
    expect(events(made)).toEqual([
      { code: 4401, reason: 'token', cause: 'host', wasOpen: true, willReconnect: true, raw },
    ]);
  });

  test('has 1006 and no reason where the host gave none', () => {
    const made = inState.connecting();
    made.last().emit('Close');
    expect(events(made)).toEqual([
      { code: 1006, reason: '', cause: 'host', wasOpen: false, willReconnect: true, raw: undefined },
    ]);
  });

  test('has the error of the host where that is all there was', () => {
    const made = inState.connecting();
    const raw = { errMsg: 'refused' };
    made.last().emit('Error', raw);
    advance(199);
    expect(events(made)).toEqual([]);
    advance(1);
    expect(events(made)).toEqual([
      { code: 1006, reason: 'refused', cause: 'host', wasOpen: false, willReconnect: true, raw },
    ]);
  });

  test.each([
    ['connect-timeout', inState.connecting, () => advance(10_000), false],
    ['pong-timeout', inState.open, () => advance(25_000), true],
    ['replaced', inState.open, (/** @type {Made} */ { task }) => task.reconnect(), true],
    ['user', inState.connecting, (/** @type {Made} */ { task }) => task.close(), false],
    ['user', inState.waiting, (/** @type {Made} */ { task }) => task.close(), false],
  ])('has the cause %s', (cause, make, act, wasOpen) => {
    const made = make();
    act(made);
    const code = cause === 'user' ? 1000 : 1006;
    const willReconnect = cause !== 'user';
    expect(events(made)).toEqual([{ code, reason: '', cause, wasOpen, willReconnect, raw: undefined }]);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('token');
      },
    ],
    ['rejects', () => Promise.reject(new Error('token'))],
    ['gives nothing', () => undefined],
  ])('has the cause params when params() %s', async (_, params) => {
    const made = inState.connecting({ params });
    await vi.advanceTimersByTimeAsync(0);
    expect(made.of('error')).toHaveLength(1);
    expect(events(made)).toMatchObject([{ cause: 'params', code: 1006, wasOpen: false, willReconnect: true }]);
    expect(made.sockets).toHaveLength(0);
  });

  test('of a link that did not open in time includes the time of params()', async () => {
    const made = inState.connecting({ params: () => new Promise(() => {}), connectTimeout: 3000 });
    await vi.advanceTimersByTimeAsync(3000);
    expect(events(made)).toMatchObject([{ cause: 'connect-timeout' }]);
  });
});

describe('the other events', () => {
  test('carry the object of the host as raw', () => {
    const made = inState.connecting();
    const [header, message, error] = [{ header: {} }, { data: 'x' }, { errMsg: 'broken' }];
    made.last().emit('Open', header);
    made.last().emit('Message', message);
    made.last().emit('Error', error);
    expect(made.events).toEqual([
      ['open', { raw: header }],
      ['message', { data: 'x', raw: message }],
      ['error', { errMsg: 'broken', raw: error }],
    ]);
  });

  test('reconnect has attempt, pause and cause', () => {
    const made = inState.open({ reconnectTimeout: 700 });
    made.last().emit('Close');
    expect(made.of('reconnect')).toEqual([{ attempt: 1, delay: 700, cause: 'host' }]);
  });
});

describe('isPong', () => {
  test('a message it accepts is not delivered, and counts as life', () => {
    const made = inState.open({ isPong: (/** @type {any} */ data) => data === 'pong' });
    advance(24_000);
    made.last().emit('Message', { data: 'pong' });
    advance(14_000);
    expect(made.told()).toEqual([]);
    expect(made.task.state).toBe('open');
    expect(made.task.latency).toBe(9000);
    made.last().emit('Message', { data: 'news' });
    expect(made.told()).toEqual(['message']);
  });

  test('one that closes the task in isPong is not delivered', () => {
    const made = inState.open({ isPong: () => void made.task.close() });
    made.last().emit('Message', { data: 'x' });
    expect(made.told()).toEqual(['close']);
  });

  test('one that reconnects in isPong is not delivered on the new link', () => {
    const made = inState.open({ isPong: () => void made.task.reconnect() });
    made.last().emit('Message', { data: 'x' });
    expect(made.told()).toEqual(['close', 'reconnect']);
  });
});

test('a message of the old link says nothing on the new one, which opened at once', () => {
  const isPong = vi.fn(() => false);
  const made = inState.connecting({ isPong });
  made.task.onOpen = () => {
    if (made.of('open').length > 1) return;
    const socket = createSocket();
    socket.task.onOpen = (/** @type {any} */ listener) => listener({});
    made.host.connectSocket = () => socket.task;
    made.task.reconnect();
  };
  made.last().emit('Message', { data: 'old' });
  expect(made.task.state).toBe('open');
  expect(made.told()).toEqual(['open', 'close', 'reconnect', 'open']);
  expect(isPong).not.toHaveBeenCalled();
});

describe('what can be read of a task', () => {
  test('socketTask is that of the host, anew at every attempt', () => {
    const made = inState.open();
    expect(made.task.socketTask).toBe(made.last().task);
    made.last().emit('Close');
    advance(2000);
    expect(made.sockets).toHaveLength(2);
    expect(made.task.socketTask).toBe(made.last().task);
  });

  test('socketTask is null until there is one', async () => {
    const made = inState.connecting({ params: () => Promise.resolve({ url: 'wss://server' }) });
    expect(made.task.socketTask).toBeNull();
    await vi.advanceTimersByTimeAsync(0);
    expect(made.task.socketTask).toBe(made.last().task);
  });

  test('opts are the resolved options, read-only', () => {
    const { task } = inState.open({ pingTimeout: 77 });
    expect(task.opts.pingTimeout).toBe(77);
    expect(Object.isFrozen(task.opts)).toBe(true);
  });

  test('latency is null before the first answer', () => {
    const made = inState.open();
    expect(made.task.latency).toBeNull();
    advance(15_030);
    made.last().emit('Message', { data: 'x' });
    expect(made.task.latency).toBe(30);
  });
});
