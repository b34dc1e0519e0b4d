// @ts-check
/** Virtual time for every test of a file. */
import { afterEach, beforeEach, expect, vi } from 'vitest';

export function useFakeClock() {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

export const advance = (/** @type {number} */ ms) => void vi.advanceTimersByTime(ms);

/** Lets everything that waits for a promise happen. */
export const turn = () => vi.advanceTimersByTimeAsync(0);

/** The program stands still for so long, and then goes on where it was. */
export const suspend = (/** @type {number} */ ms) => void vi.setSystemTime(Date.now() + ms);

/** An error of a handler must reach the host's error hook, which is outside of every call of ours. */
export function expectReported(/** @type {string | RegExp} */ text) {
  expect(() => vi.advanceTimersByTime(0)).toThrow(text);
}

/** A function that throws. */
export const broken = (/** @type {string} */ text) => () => {
  throw new Error(text);
};
