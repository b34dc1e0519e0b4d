// @ts-check
import { runInNewContext } from 'node:vm';
import { describe, expect, test, vi } from 'vitest';
import { settle, toHostData, toOutgoing } from '../../../build/universal/host/message';
import { broken, expectReported, useFakeClock } from '../clock.mjs';

useFakeClock();

/** Callbacks that note the order in which they were called. */
function callbacks() {
  /** @type {any[]} */
  const calls = [];
  const note = (/** @type {string} */ name) => (/** @type {any} */ result) => void calls.push([name, result]);
  return { calls, success: note('success'), fail: note('fail'), complete: note('complete') };
}

const bytes = () => new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);

describe('data', () => {
  test('of text or an ArrayBuffer goes out as it is', () => {
    const buffer = new ArrayBuffer(2);
    expect(toHostData('text')).toBe('text');
    expect(toHostData(buffer)).toBe(buffer);
  });

  test.each([
    ['a Uint8Array in the middle', () => bytes().subarray(2, 5), [3, 4, 5]],
    ['a DataView', () => new DataView(bytes().buffer, 6), [7, 8]],
    ['a Uint16Array', () => new Uint16Array(bytes().buffer, 2, 2), [3, 4, 5, 6]],
    ['a Node Buffer of a pool', () => Buffer.from('hi'), [104, 105]],
    ['an empty view', () => bytes().subarray(3, 3), []],
    ['a view of another realm', () => runInNewContext('new Uint8Array([9, 8, 7]).subarray(1)'), [8, 7]],
  ])('of %s is exactly its bytes', (_, view, expected) => {
    const data = /** @type {ArrayBuffer} */ (toHostData(view()));
    expect(Object.prototype.toString.call(data)).toBe('[object ArrayBuffer]');
    expect([...new Uint8Array(data)]).toStrictEqual(expected);
  });

  test('of a view is a copy: bytes written after send() are not sent', () => {
    const view = bytes();
    const message = toOutgoing(view);
    view.fill(0);
    expect([...new Uint8Array(/** @type {any} */ (message).data)]).toStrictEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('send() takes', () => {
  test.each([['text'], [''], [new ArrayBuffer(1)]])('the data itself: %o', (data) => {
    expect(toOutgoing(data)).toMatchObject({ data, sender: null });
  });

  test('a message with callbacks, and leaves it as it was', () => {
    const message = Object.freeze({ data: 'text', ...callbacks() });
    expect(toOutgoing(message)).toMatchObject({ data: 'text', sender: message });
  });

  test.each([
    [{ data: 5 }, 'number'],
    [{ data: null }, 'null'],
    [{ data: {} }, 'object'],
    [{ data: ['a'] }, 'object'],
    [{}, 'undefined'],
  ])('%o is refused in a sentence: fail, then complete', (given, got) => {
    const { calls, ...sender } = callbacks();
    const error = { errMsg: `mde-websocket: data must be a string, an ArrayBuffer or a view, got ${got}` };
    expect(toOutgoing({ ...given, ...sender })).toBeNull();
    expect(calls).toStrictEqual([
      ['fail', error],
      ['complete', error],
    ]);
  });

  test.each([undefined, null, 5, true, { type: 'chat' }])(
    '%o is refused, and reported where nobody hears of it',
    (given) => {
      expect(toOutgoing(given)).toBeNull();
      expectReported(/data must be a string, an ArrayBuffer or a view/);
    },
  );
});

describe('the outcome of a message', () => {
  test.each(/** @type {const} */ (['success', 'fail']))(
    '%s comes, then complete, with what the host says',
    (outcome) => {
      const { calls, ...sender } = callbacks();
      settle(sender, outcome, { errMsg: 'said' });
      expect(calls).toStrictEqual([
        [outcome, { errMsg: 'said' }],
        ['complete', { errMsg: 'said' }],
      ]);
    },
  );

  test('is not told to those who did not ask', () => {
    expect(() => settle(null, 'success', {})).not.toThrow();
    expect(() => settle({}, 'fail', {})).not.toThrow();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('complete comes though success throws, which is reported', () => {
    const complete = vi.fn();
    settle({ success: broken('user'), complete }, 'success', 1);
    expect(complete).toHaveBeenCalledExactlyOnceWith(1);
    expectReported('user');
  });
});
