// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, broken, expectReported, suspend, useFakeClock } from '../clock.mjs';
import { connecting, lose, open } from '../tasks.mjs';

useFakeClock();

/** @typedef {ReturnType<typeof open>} Made */

describe('reconnectTimeout', () => {
  test.each([0, 1, 2000, 1e12])('%d is kept as it is', (reconnectTimeout) => {
    const made = open({ reconnectTimeout });
    made.last().emit('Close');
    expect(made.of('reconnect')).toMatchObject([{ delay: reconnectTimeout }]);
    advance(Math.min(reconnectTimeout, 5000));
    expect(made.sockets).toHaveLength(reconnectTimeout > 5000 ? 1 : 2);
  });

  test('as a function is told attempt, elapsed since the link was lost, and the last close', () => {
    const reconnectTimeout = vi.fn(() => 1000);
    const made = open({ reconnectTimeout });
    made.last().emit('Close', { code: 4401, reason: 'token' });
    advance(1000);
    advance(300);
    made.last().emit('Close', { code: 1001 });
    expect(reconnectTimeout.mock.calls).toEqual([
      [{ attempt: 1, elapsed: 0, close: expect.objectContaining({ code: 4401, wasOpen: true, willReconnect: true }) }],
      [{ attempt: 2, elapsed: 1300, close: expect.objectContaining({ code: 1001, wasOpen: false }) }],
    ]);
  });

  test('elapsed begins anew when a link opened meanwhile, and is never negative', () => {
    const reconnectTimeout = vi.fn(() => 1000);
    const elapsed = () => /** @type {any} */ (reconnectTimeout.mock.lastCall)[0].elapsed;
    const made = open({ reconnectTimeout });
    lose(made, 1000);
    made.last().emit('Open');
    lose(made, 1000);
    expect(elapsed()).toBe(0);
    lose(made, 1000);
    expect(elapsed()).toBe(1000);
    suspend(-3_600_000);
    made.last().emit('Close');
    expect(elapsed()).toBe(0);
  });

  test('elapsed counts from the end of a first attempt that never opened', () => {
    const reconnectTimeout = vi.fn(() => 1000);
    const made = connecting({ reconnectTimeout });
    advance(400);
    lose(made, 1000);
    lose(made, 1000);
    expect(reconnectTimeout.mock.calls.map((/** @type {any} */ [{ elapsed }]) => elapsed)).toEqual([0, 1000]);
  });

  test.each([
    ['nothing', undefined],
    ['text', '500'],
    ['NaN', Number.NaN],
    ['less than nothing', -1],
    ['Infinity', Infinity],
  ])('a function that returns %s means 2000, and is told so', (_, pause) => {
    const made = open({ reconnectTimeout: () => pause });
    made.last().emit('Close');
    expectReported('mde-websocket: reconnectTimeout() must be a number from 0, got ');
    expect(made.of('reconnect')).toMatchObject([{ delay: 2000 }]);
    advance(2000);
    expect(made.task.state).toBe('connecting');
  });

  test.each([0, 0.5, 30])('a function may return %d', (pause) => {
    const made = open({ reconnectTimeout: () => pause });
    made.last().emit('Close');
    expect(made.of('reconnect')).toMatchObject([{ delay: pause }]);
  });

  test('a function that throws means 2000, and is reported', () => {
    const made = open({ reconnectTimeout: broken('user') });
    made.last().emit('Close');
    expectReported('user');
    expect(made.of('reconnect')).toMatchObject([{ delay: 2000 }]);
  });

  test('a function that closes the task is the end of it', () => {
    const made = open({
      reconnectTimeout: () => {
        made.task.close();
        return 10;
      },
    });
    made.last().emit('Close');
    advance(60_000);
    expect(made.told()).toEqual(['close']);
    expect(made.sockets).toHaveLength(1);
  });

  test('is not asked when there is no next attempt', () => {
    const reconnectTimeout = vi.fn(() => 1000);
    open({ reconnectTimeout, repeatLimit: 0 }).last().emit('Close');
    open({ reconnectTimeout, shouldReconnect: () => false })
      .last()
      .emit('Close');
    expect(reconnectTimeout).not.toHaveBeenCalled();
  });
});

describe('shouldReconnect', () => {
  test('is asked once per lost link, with the real close code', () => {
    const shouldReconnect = vi.fn(() => true);
    const made = open({ shouldReconnect });
    made.last().emit('Error', { errMsg: 'x' });
    made.last().emit('Close', { code: 4401, reason: 'token' });
    expect(shouldReconnect).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 4401, reason: 'token', cause: 'host', wasOpen: true }),
    );
  });

  test('false ends the task', () => {
    const made = open({ shouldReconnect: (/** @type {any} */ { code }) => code !== 4401 });
    made.last().emit('Close', { code: 4401 });
    expect(made.task.state).toBe('closed');
    expect(made.of('close')).toMatchObject([{ willReconnect: false }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('that throws counts as yes, and is reported', () => {
    const made = open({ shouldReconnect: broken('user') });
    made.last().emit('Close');
    expect(made.task.state).toBe('waiting');
    expectReported('user');
  });

  test.each([
    ['close()', (/** @type {Made} */ { task }) => task.close(), 'closed', ['close']],
    ['reconnect()', (/** @type {Made} */ { task }) => task.reconnect(), 'connecting', ['close', 'reconnect']],
  ])('may call %s itself: the link ends once', (_, act, state, told) => {
    const made = open({
      shouldReconnect: () => {
        act(made);
        return true;
      },
    });
    made.last().emit('Close');
    expect(made.task.state).toBe(state);
    expect(made.told()).toEqual(told);
  });

  test('that closes the task leaves no pause to ask for', () => {
    const reconnectTimeout = vi.fn(() => 1000);
    const made = open({
      reconnectTimeout,
      shouldReconnect: () => {
        made.task.close();
        return true;
      },
    });
    made.last().emit('Close');
    expect(reconnectTimeout).not.toHaveBeenCalled();
  });

  test.each(['close', 'reconnect'])('is not asked about %s()', (name) => {
    const shouldReconnect = vi.fn(() => true);
    open({ shouldReconnect }).task[/** @type {'close'} */ (name)]();
    expect(shouldReconnect).not.toHaveBeenCalled();
  });
});
