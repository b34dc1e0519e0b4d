// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, broken, expectReported, useFakeClock } from '../clock.mjs';
import { connecting } from '../tasks.mjs';

useFakeClock();

describe('logger', () => {
  /** @param {Record<string, any>} [options] */
  function logged(options) {
    /** @type {any[]} */
    const entries = [];
    return { entries, made: connecting({ logger: (/** @type {any} */ entry) => entries.push(entry), ...options }) };
  }

  test('has one entry per transition', () => {
    const { entries, made } = logged({ repeatLimit: 1 });
    made.last().emit('Open');
    made.last().emit('Message', { data: 'x' });
    made.last().emit('Close', { code: 4401 });
    advance(2000);
    made.last().emit('Close', { code: 1001 });
    expect(entries).toMatchObject([
      { state: 'connecting', attempt: 0 },
      { state: 'open', attempt: 0 },
      { state: 'waiting', attempt: 1, cause: 'host', code: 4401, delay: 2000 },
      { state: 'connecting', attempt: 1 },
      { state: 'closed', cause: 'host', code: 1001 },
    ]);
  });

  test('names a delay only while waiting', () => {
    const { entries, made } = logged({ repeatLimit: 0 });
    made.last().emit('Open');
    made.last().emit('Close', {});
    expect(entries.at(-1)).toMatchObject({ state: 'closed' });
    expect(entries.at(-1).delay).toBeFalsy();
  });

  test('has nothing of the address, the headers, the reason or a message', () => {
    const { entries, made } = logged({ params: { url: 'wss://server?token=secret', header: { key: 'secret' } } });
    made.task.send('secret');
    made.last().emit('Open', { header: 'secret' });
    made.last().emit('Message', { data: 'secret' });
    made.last().emit('Error', { errMsg: 'secret' });
    made.last().emit('Close', { code: 1006, reason: 'secret' });
    expect(JSON.stringify(entries)).not.toContain('secret');
  });

  test('that throws is reported, and changes nothing', () => {
    const made = connecting({ logger: broken('logger') });
    expectReported('logger');
    made.last().emit('Open');
    expect(made.task.state).toBe('open');
  });

  test('that closes the task as it connects spares params() the call', () => {
    const params = vi.fn(() => ({ url: 'wss://server' }));
    const made = connecting({
      params,
      logger: (/** @type {any} */ { state, attempt }) => {
        if (state === 'connecting' && attempt === 1) made.task.close();
      },
    });
    made.last().emit('Close');
    advance(2000);
    expect(made.task.state).toBe('closed');
    expect(params).toHaveBeenCalledOnce();
  });

  test.each(['connecting', 'open', 'waiting'])('that closes the task when it is %s is obeyed', (state) => {
    /** @type {any} */
    let task;
    const made = connecting({
      logger: (/** @type {any} */ entry) => {
        if (entry.state === state && entry.attempt === 1) task.close();
      },
    });
    task = made.task;
    made.last().emit('Close');
    advance(2000);
    if (state === 'open') made.last().emit('Open');
    advance(60_000);
    expect(task.state).toBe('closed');
    expect(made.sockets).toHaveLength(state === 'open' ? 2 : 1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
