// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, broken, expectReported, useFakeClock } from '../clock.mjs';
import { createSocket, taskHost } from '../hosts.mjs';
import { connecting, inState, open } from '../tasks.mjs';

useFakeClock();

const STATES = /** @type {const} */ (['connecting', 'open', 'waiting', 'closed']);

describe('reconnect()', () => {
  test.each([...STATES])('while %s has a new link under way at once', (state) => {
    const made = inState[state]();
    made.task.reconnect();
    expect(made.task.state).toBe('connecting');
    expect(made.sockets).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(1);
    expect(made.life.count()).toBe(2);
    made.last().emit('Open');
    expect(made.task.state).toBe('open');
  });

  test('closes the old socket before the new one is asked for', () => {
    const made = open();
    const old = made.last();
    /** @type {any[]} */
    let closedByThen = [];
    made.host.connectSocket = () => {
      closedByThen = old.closed.slice();
      return createSocket().task;
    };
    made.task.reconnect();
    expect(closedByThen).toMatchObject([{ code: 1000, reason: 'replaced' }]);
  });

  test('twice in a row leaves one live socket', () => {
    const made = open();
    made.task.reconnect();
    made.task.reconnect();
    expect(made.sockets.map((socket) => socket.closed.length)).toEqual([1, 1, 0]);
  });

  test.each([
    ['reconnect()', 'open', ['close', 'reconnect', 'open']],
    ['close()', 'closed', ['close']],
  ])('a listener of the application on socketTask may call %s as the host closes it at once', (name, state, told) => {
    const shouldReconnect = vi.fn(() => true);
    const made = open({ shouldReconnect });
    const old = made.last();
    old.task.close = () => old.emit('Close', { code: 1000 });
    made.task.socketTask?.onClose(() => (name === 'close()' ? made.task.close() : made.task.reconnect()));
    advance(25_000);
    if (name === 'reconnect()') made.last().emit('Open');
    expect(made.task.state).toBe(state);
    expect(made.told()).toEqual(told);
    expect(shouldReconnect).not.toHaveBeenCalled();
  });

  test('the old socket is heard no more', () => {
    const made = open();
    const old = made.last();
    made.task.reconnect();
    made.told();
    for (const name of /** @type {const} */ (['Message', 'Error', 'Close', 'Open'])) old.emit(name, { data: 'x' });
    expect(made.told()).toEqual([]);
    expect(made.task.state).toBe('connecting');
  });

  test.each([
    ['close()', 'closed', ['close', 'reconnect', 'close']],
    ['reconnect()', 'connecting', ['close', 'reconnect']],
  ])('a close handler may call %s', (name, state, told) => {
    const made = open();
    let isFirst = true;
    made.task.onClose = () => {
      if (!isFirst) return;
      isFirst = false;
      if (name === 'close()') made.task.close();
      else made.task.reconnect();
    };
    made.task.reconnect();
    expect(made.task.state).toBe(state);
    expect(made.told()).toEqual(told);
    expect(made.sockets.filter((socket) => !socket.closed.length)).toHaveLength(state === 'closed' ? 0 : 1);
  });

  test('revives a task that gave up', () => {
    const made = open({ repeatLimit: 0 });
    made.last().emit('Close');
    made.task.reconnect();
    made.last().emit('Open');
    made.last().emit('Message', { data: 'x' });
    expect(made.told()).toEqual(['close', 'open', 'message']);
  });
});

describe('a host that once returned nothing', () => {
  test.each([
    ['and called fail', 210, (/** @type {any} */ { fail }) => void setTimeout(() => fail({ errMsg: 'limit' }), 10)],
    ['and was silent', 10_000, () => {}],
  ])('%s gives its SocketTasks again: the task comes back by them', (_, ms, refuse) => {
    const phone = taskHost({ onSocketOpen() {}, onSocketMessage() {}, onSocketError() {}, onSocketClose() {} });
    phone.host.closeSocket = () => {};
    const { connectSocket } = phone.host;
    phone.host.connectSocket = refuse;
    const made = connecting({}, phone);
    advance(ms);
    expect(made.task.state).toBe('waiting');
    phone.host.connectSocket = connectSocket;
    advance(2000);
    phone.last().emit('Open');
    expect(made.task.state).toBe('open');
    expect(made.task.socketTask).toBe(phone.last().task);
    made.task.reconnect();
    expect(phone.sockets).toHaveLength(2);
    expect(phone.sockets[0].closed).toHaveLength(1);
    phone.last().emit('Open');
    expect(made.task.state).toBe('open');
  });
});

describe('handlers that throw', () => {
  test.each(/** @type {const} */ (['onOpen', 'onMessage', 'onError', 'onClose', 'onReconnect']))(
    '%s is reported, and the link comes back all the same',
    (hook) => {
      const made = connecting();
      made.task[hook] = broken(hook);
      made.last().emit('Open');
      made.last().emit('Message', { data: 'x' });
      made.last().emit('Error', {});
      made.last().emit('Close');
      expectReported(hook);
      expect(made.told()).toEqual(['open', 'message', 'error', 'close', 'reconnect']);
      advance(2000);
      expect(made.sockets).toHaveLength(2);
    },
  );
});
