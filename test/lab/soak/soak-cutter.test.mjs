// @ts-check
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCutter } from '../../../lab/soak/cutter.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a soak that is over does not go on because the proxy began to listen again', () => {
  const listen = vi.fn();
  const proxy = /** @type {any} */ ({
    links: new Set(),
    refuse() {},
    isListening: () => listen.mock.calls.length > 0,
    listen,
  });
  let draws = 0;
  // Low for whether to turn anybody away, high for how: by not listening.
  const random = () => [0, 0.99][draws++] ?? 0;
  const cutter = createCutter(proxy, random, 1, () => {});
  cutter.start();
  expect(cutter.strokes).toEqual({ refuse: 1 });
  cutter.rest();
  expect(listen).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});
