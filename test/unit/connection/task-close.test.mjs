// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, broken, useFakeClock } from '../clock.mjs';
import { connecting, inState, open } from '../tasks.mjs';

useFakeClock();

const STATES = /** @type {const} */ (['connecting', 'open', 'waiting', 'closed']);

describe('close()', () => {
  test.each([...STATES])('while %s ends it for good', (state) => {
    const made = inState[state]();
    made.task.close();
    advance(600_000);
    expect(made.task.state).toBe('closed');
    expect(made.told()).toEqual(state === 'closed' ? [] : ['close']);
    expect(made.sockets).toHaveLength(1);
    expect(made.life.count()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([...STATES])('while %s calls success, then complete, once and at once', (state) => {
    /** @type {any[]} */
    const calls = [];
    const note = (/** @type {string} */ name) => (/** @type {any} */ result) => void calls.push([name, result]);
    inState[state]().task.close({ success: note('success'), fail: note('fail'), complete: note('complete') });
    expect(calls).toEqual([
      ['success', { errMsg: 'close:ok' }],
      ['complete', { errMsg: 'close:ok' }],
    ]);
  });

  test('in a handler: the others still hear the event, then the close', () => {
    const made = open();
    made.task.onMessage = () => made.task.close();
    made.last().emit('Message', { data: 'x' });
    expect(made.told()).toEqual(['message', 'close']);
  });

  test('while params are awaited never connects', async () => {
    const made = connecting({ params: () => Promise.resolve({ url: 'wss://server' }) });
    made.task.close();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(made.sockets).toHaveLength(0);
  });

  test.each([
    [undefined, 1000],
    [1000, 1000],
    [1001, 1000],
    [2999, 1000],
    [3000, 3000],
    [4000.5, 1000],
    [4999, 4999],
    [5000, 1000],
    ['4000', 4000],
    ['text', 1000],
    [Number.NaN, 1000],
    [null, 1000],
  ])('the code %o reaches the host and the event as %d', (code, expected) => {
    const made = open();
    made.task.close(/** @type {any} */ ({ code }));
    expect(made.last().closed).toMatchObject([{ code: expected, reason: '' }]);
    expect(made.of('close')).toMatchObject([{ code: expected, cause: 'user', willReconnect: false }]);
  });

  test('the reason reaches the host and the event', () => {
    const made = open();
    made.task.close({ code: 4000, reason: 'signed out' });
    expect(made.last().closed).toMatchObject([{ code: 4000, reason: 'signed out' }]);
    expect(made.of('close')).toMatchObject([{ reason: 'signed out' }]);
  });

  test.each([
    ['123 letters', 'x'.repeat(123)],
    ['101 bytes with an accent', `${'x'.repeat(99)}é`],
    ['41 Chinese characters', '关'.repeat(41)],
  ])('a reason of %s fits a close frame and is kept', (_, reason) => {
    const made = open();
    made.task.close({ reason });
    expect(made.last().closed).toMatchObject([{ code: 1000, reason }]);
  });

  test.each([
    ['letters', 'x'.repeat(200)],
    ['Chinese characters', '关闭'.repeat(50)],
    ['emoji', '👋'.repeat(60)],
    ['accents', 'é'.repeat(130)],
  ])('a reason of too many %s is cut to what a close frame holds', (_, reason) => {
    const made = open();
    made.task.close({ reason });
    const [{ reason: cut }] = made.last().closed;
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(123);
    expect(cut).not.toBe('');
    expect(reason.startsWith(cut)).toBe(true);
  });

  test('a reason that is too long keeps all that fits', () => {
    const made = open();
    made.task.close({ reason: '关闭'.repeat(50) });
    expect(made.last().closed).toMatchObject([{ code: 1000, reason: `${'关闭'.repeat(20)}关` }]);
  });

  test('without arguments, with null, or with nonsense is fine', () => {
    for (const given of [undefined, null, 5, 'text', {}]) {
      expect(() => open().task.close(/** @type {any} */ (given))).not.toThrow();
    }
  });

  test('that a host answers by throwing closes all the same', () => {
    const made = open();
    made.last().task.close = broken('host');
    made.task.close();
    expect(made.task.state).toBe('closed');
    expect(made.told()).toEqual(['close']);
  });
});
