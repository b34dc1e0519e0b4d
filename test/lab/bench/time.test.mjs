// @ts-check
import { describe, expect, it } from 'vitest';
import { createStopwatch, LIMIT, verifyInTime } from '../../../lab/bench/time.mjs';

describe('the time of a run', () => {
  it('is told in all and part by part', async () => {
    let now = 5000;
    const stopwatch = createStopwatch(() => now);
    const work = async () => {
      now += 40_000;
      return 'figures';
    };
    expect(await stopwatch.time('size', work)).toBe('figures');
    await stopwatch.time('crowd', work);
    expect(stopwatch.seconds()).toBe(80);
    expect(stopwatch.partSeconds).toEqual({ size: 40, crowd: 40 });
  });

  it('may not be longer than the limit', () => {
    expect(() => verifyInTime(LIMIT)).not.toThrow();
    expect(() => verifyInTime(LIMIT + 1)).toThrow('the whole run took 301 s, more than 300 s');
  });
});
