// @ts-check
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { backoff } from '../../../build/universal/connection/backoff';

afterEach(() => {
  vi.restoreAllMocks();
});

const at = (/** @type {number} */ attempt) => /** @type {any} */ ({ attempt, elapsed: 0, close: {} });

/** The upper bounds of the first pauses. @param {any} [options] */
function bounds(options, attempts = 8) {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const pause = backoff(options);
  return Array.from({ length: attempts }, (_, i) => pause(at(i + 1)));
}

describe('the upper bound of a pause', () => {
  test('doubles from 1 s to 30 s', () => {
    expect(bounds()).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
  });

  test('begins at min', () => {
    expect(bounds({ min: 100 }, 3)).toEqual([100, 200, 400]);
  });

  test('ends at max', () => {
    expect(bounds({ max: 3000 }, 4)).toEqual([1000, 2000, 3000, 3000]);
  });

  test('grows by factor, which may be 1', () => {
    expect(bounds({ factor: 3 }, 3)).toEqual([1000, 3000, 9000]);
    expect(bounds({ factor: 1 }, 3)).toEqual([1000, 1000, 1000]);
  });

  test('is 0 where min or max is 0, however many attempts there were', () => {
    expect(bounds({ max: 0 }, 3)).toEqual([0, 0, 0]);
    expect(bounds({ min: 0 }, 3)).toEqual([0, 0, 0]);
    vi.spyOn(Math, 'random').mockReturnValue(1);
    expect(backoff({ min: 0 })(at(5000))).toBe(0);
  });

  test('is max where min is larger', () => {
    expect(bounds({ min: 500, max: 200 }, 2)).toEqual([200, 200]);
  });

  test('is still max after a million attempts', () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    expect(backoff()(at(1e6))).toBe(30000);
  });
});

describe('full jitter', () => {
  test('the pause is the random part of the bound, down to nothing', () => {
    const random = vi.spyOn(Math, 'random');
    const pause = backoff({ min: 1000 });
    expect([0, 0.25, 0.5, 0.999].map((part) => [random.mockReturnValue(part), pause(at(1))][1])).toEqual([
      0, 250, 500, 999,
    ]);
  });

  test('is drawn anew for every pause', () => {
    const random = vi.spyOn(Math, 'random');
    const pause = backoff();
    for (let i = 1; i <= 5; i++) pause(at(i));
    expect(random).toHaveBeenCalledTimes(5);
  });

  test('always lies between 0 and min(max, min * factor ** (attempt - 1))', () => {
    const positive = (/** @type {number} */ max) => fc.double({ min: 0.01, max, noNaN: true });
    fc.assert(
      fc.property(
        positive(1e6),
        positive(1e9),
        positive(10),
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 0.9999999999999999, noNaN: true }),
        (min, max, factor, attempt, part) => {
          vi.spyOn(Math, 'random').mockReturnValue(part);
          const pause = backoff({ min, max, factor })(at(attempt));
          const bound = Math.min(max, min * factor ** (attempt - 1));
          expect(pause).toBeGreaterThanOrEqual(0);
          expect(pause).toBeLessThanOrEqual(bound);
          expect(pause).toBe(part * bound);
        },
      ),
      { numRuns: 200 },
    );
  });
});
