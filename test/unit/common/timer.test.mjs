// @ts-check
import { expect, test, vi } from 'vitest';
import { schedule } from '../../../build/universal/common/timer';
import { advance, useFakeClock } from '../clock.mjs';

useFakeClock();

test('calls back once, after so many milliseconds', () => {
  const callback = vi.fn();
  schedule({}, 100, callback);
  advance(99);
  expect(callback).not.toHaveBeenCalled();
  advance(1);
  advance(1000);
  expect(callback).toHaveBeenCalledOnce();
});

test('what is scheduled takes the place of what was scheduled before', () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const timed = {};
  schedule(timed, 100, first);
  schedule(timed, 200, second);
  expect(vi.getTimerCount()).toBe(1);
  advance(200);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
});

test('Infinity only cancels', () => {
  const callback = vi.fn();
  const timed = {};
  schedule(timed, 100, callback);
  schedule(timed, Infinity);
  expect(vi.getTimerCount()).toBe(0);
  advance(1000);
  expect(callback).not.toHaveBeenCalled();
});

test('0 calls back at the next turn', () => {
  const callback = vi.fn();
  schedule({}, 0, callback);
  expect(callback).not.toHaveBeenCalled();
  advance(0);
  expect(callback).toHaveBeenCalledOnce();
});

test('a delay beyond 32 bits does not become 1 ms', () => {
  const callback = vi.fn();
  const timers = vi.spyOn(globalThis, 'setTimeout');
  schedule({}, 1e12, callback);
  expect(timers).toHaveBeenCalledExactlyOnceWith(callback, 2 ** 31 - 1);
});

test('two timers do not know each other', () => {
  const [first, second] = [vi.fn(), vi.fn()];
  schedule({}, 100, first);
  schedule({}, 100, second);
  advance(100);
  expect(first).toHaveBeenCalledOnce();
  expect(second).toHaveBeenCalledOnce();
});
