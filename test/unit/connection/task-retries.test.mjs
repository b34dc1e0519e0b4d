// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, useFakeClock } from '../clock.mjs';
import { connecting, lose, open } from '../tasks.mjs';

useFakeClock();

/** @typedef {ReturnType<typeof open>} Made */
const attempts = (/** @type {Made} */ made) => made.of('reconnect').map(({ attempt }) => attempt);

describe('the count of attempts', () => {
  test('grows while nothing opens', () => {
    const made = connecting();
    for (let i = 0; i < 3; i++) lose(made);
    expect(attempts(made)).toEqual([1, 2, 3]);
  });

  test('is told to params(), 0 for a first connection', () => {
    const params = vi.fn(() => ({ url: 'wss://server' }));
    const made = connecting({ params });
    for (let i = 0; i < 2; i++) lose(made);
    expect(params.mock.calls).toEqual([[0], [1], [2]]);
  });

  test('goes on when a link opened and was lost before minUptime', () => {
    const made = connecting({ minUptime: 500 });
    lose(made);
    made.last().emit('Open');
    advance(499);
    lose(made);
    expect(attempts(made)).toEqual([1, 2]);
  });

  test('starts anew when a link stayed open for minUptime', () => {
    const made = connecting({ minUptime: 500 });
    lose(made);
    made.last().emit('Open');
    advance(500);
    lose(made);
    expect(attempts(made)).toEqual([1, 1]);
  });

  test('starts anew at every open when minUptime is 0, and never when it is Infinity', () => {
    for (const [minUptime, expected] of /** @type {[number, number[]][]} */ ([
      [0, [1, 1]],
      [Infinity, [1, 2]],
    ])) {
      const made = connecting({ minUptime });
      lose(made);
      made.last().emit('Open');
      advance(12_000);
      lose(made);
      expect(attempts(made)).toEqual(expected);
    }
  });

  test('starts anew with reconnect() on a link', () => {
    const made = connecting();
    for (let i = 0; i < 3; i++) lose(made);
    made.events.splice(0);
    made.task.reconnect();
    expect(made.of('reconnect')).toEqual([{ attempt: 0, delay: 0, cause: 'replaced' }]);
  });

  test('starts anew when a closed task is revived', () => {
    const params = vi.fn(() => ({ url: 'wss://server' }));
    const made = connecting({ params });
    for (let i = 0; i < 3; i++) lose(made);
    made.task.close();
    made.task.reconnect();
    expect(params).toHaveBeenLastCalledWith(0);
  });

  test('starts anew when reconnect() ends the wait', () => {
    const made = connecting();
    for (let i = 0; i < 2; i++) lose(made);
    made.last().emit('Close');
    made.task.reconnect();
    lose(made);
    expect(attempts(made)).toEqual([1, 2, 3, 1]);
  });
});

test('callbacks in a params object are called for the first attempt only', () => {
  const success = vi.fn();
  const made = connecting({ params: { url: 'wss://server', success } });
  made.last().params.success({});
  lose(made);
  made.last().params.success({});
  expect(success).toHaveBeenCalledOnce();
});

describe('repeatLimit', () => {
  test('null never gives up', () => {
    const made = connecting({ repeatLimit: null });
    for (let i = 0; i < 50; i++) lose(made);
    expect(made.task.state).toBe('connecting');
    expect(made.sockets).toHaveLength(51);
  });

  test('0 never retries', () => {
    const made = open({ repeatLimit: 0 });
    lose(made);
    expect(made.task.state).toBe('closed');
    expect(made.of('close')).toMatchObject([{ cause: 'host', willReconnect: false }]);
    expect(made.of('reconnect')).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('n gives up after n attempts, and says so', () => {
    const made = connecting({ repeatLimit: 2 });
    for (let i = 0; i < 3; i++) lose(made);
    expect(made.sockets).toHaveLength(3);
    expect(made.task.state).toBe('closed');
    expect(made.of('close').map(({ willReconnect }) => willReconnect)).toEqual([true, true, false]);
  });

  test('counts from zero again after a link that stayed up', () => {
    const made = connecting({ repeatLimit: 1 });
    for (let i = 0; i < 3; i++) {
      lose(made);
      made.last().emit('Open');
      advance(5000);
    }
    expect(made.task.state).toBe('open');
  });

  test('does not stand in the way of reconnect()', () => {
    const made = open({ repeatLimit: 0 });
    made.task.reconnect();
    expect(made.task.state).toBe('connecting');
    lose(made);
    expect(made.task.state).toBe('closed');
    made.task.reconnect();
    expect(made.task.state).toBe('connecting');
  });
});
