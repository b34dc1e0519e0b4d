// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { callUser, guard, ignore, isThenable } from '../../../build/universal/common/guard';
import { broken, expectReported, turn, useFakeClock } from '../clock.mjs';

useFakeClock();

describe('a callback of the user', () => {
  test('gets its argument, and what it returns comes back', () => {
    expect(callUser((/** @type {number} */ n) => n + 1, 4)).toBe(5);
  });

  test.each([undefined, null])('that is %o counts as the fallback', (callback) => {
    expect(callUser(callback, 1, 'fallback')).toBe('fallback');
  });

  test('that throws counts as the fallback, and the error reaches the error hook of the host', () => {
    expect(callUser(broken('user'), 1, 'fallback')).toBe('fallback');
    expectReported('user');
  });

  test('that is no function is reported too', () => {
    expect(callUser('text')).toBeUndefined();
    expectReported('not a function');
  });

  test('that returns normally starts no timer', () => {
    callUser(() => {});
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a guarded call', () => {
  test('that returns has not failed', async () => {
    const failed = vi.fn();
    guard(() => 1, failed);
    guard(() => undefined, failed);
    guard(() => Promise.resolve(), failed);
    await turn();
    expect(failed).not.toHaveBeenCalled();
  });

  test('that throws has failed with the error', () => {
    const failed = vi.fn();
    guard(broken('host'), failed);
    expect(failed).toHaveBeenCalledExactlyOnceWith(new Error('host'));
  });

  test('whose promise rejects has failed with the reason', async () => {
    const failed = vi.fn();
    guard(() => Promise.reject(new Error('later')), failed);
    await turn();
    expect(failed).toHaveBeenCalledExactlyOnceWith(new Error('later'));
  });
});

/** An object of another library, with a `then` of its own. */
const withThen = (/** @type {any} */ then) => Object.fromEntries([['then', then]]);

test.each([
  [Promise.resolve(), true],
  [withThen(() => {}), true],
  [withThen(1), false],
  [{}, false],
  [null, false],
  [undefined, false],
])('%o is a promise: %s', (value, expected) => {
  expect(!!isThenable(value)).toBe(expected);
});

test('ignore does nothing', () => {
  expect(ignore()).toBeUndefined();
});
