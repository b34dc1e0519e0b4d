// @ts-check
import { describe, expect, it } from 'vitest';
import { free, nearest, tradesOf } from '../../../lab/bench/crowd/trade.mjs';
import { conclusion, sweepSection } from '../../../lab/bench/report/sweep.mjs';

const median = (/** @type {number} */ value) => ({ median: value, low: value, high: value, rounds: 1 });

/** @param {string} policy @param {[number, number, number]} figures peak, wasted and time until back */
const swept = (policy, [peak, wasted, back]) => ({
  policy,
  crowds: [
    {
      clients: 1000,
      goneFor: 30000,
      peakPerSecond: median(peak),
      wastedWhileGone: median(wasted),
      wastedAfterReturn: median(0),
      backSeconds: median(back),
    },
  ],
});

const shipped = swept('shipped', [100, 4, 20]);

describe('a setting of backoff() beside the shipped one', () => {
  it('wins and loses by column, beyond the margin', () => {
    const [trade] = tradesOf([shipped, swept('other', [50, 4.1, 40])]);
    expect(trade.better).toEqual([{ column: '1,000: peak a second', times: 0.5 }]);
    expect(trade.worse).toEqual([{ column: '1,000: 99 % back', times: 2 }]);
  });

  it('is no other where both never come back', () => {
    const never = Number.POSITIVE_INFINITY;
    const [trade] = tradesOf([swept('shipped', [1, 0, never]), swept('other', [1, 0, never])]);
    expect([...trade.better, ...trade.worse]).toEqual([]);
  });

  it('loses where only it never comes back', () => {
    const [trade] = tradesOf([shipped, swept('other', [50, 4, Number.POSITIVE_INFINITY])]);
    expect(trade.worse).toEqual([{ column: '1,000: 99 % back', times: Number.POSITIVE_INFINITY }]);
  });

  it('is free when it loses nowhere', () => {
    const trades = tradesOf([
      shipped,
      swept('dear', [50, 4, 40]),
      swept('free', [50, 4, 20]),
      swept('same', [100, 4, 20]),
    ]);
    expect(free(trades).map(({ policy }) => policy)).toEqual(['free']);
    expect(nearest(trades).policy).toBe('free');
  });
});

describe('the conclusion', () => {
  it('keeps the shipped setting while every other has a price, and names it', () => {
    const trades = tradesOf([shipped, swept('mde-websocket, backoff({ min: 1 })', [50, 2, 40])]);
    const text = conclusion(trades, 3).replace(/\s+/g, ' ');
    expect(text).toContain('The shipped setting stays');
    expect(text).toContain('`backoff({ min: 1 })`, better in 2 of 3 columns (1,000: peak a second: 0.5×)');
    expect(text).toContain('worse in 1 (1,000: 99 % back: 2×)');
  });

  it('keeps it where no other wins anything', () => {
    expect(conclusion(tradesOf([shipped, swept('worse', [200, 4, 40])]), 3)).toContain(
      'no other is better in any column',
    );
  });

  it('calls for another one when that has no price', () => {
    const page = sweepSection([shipped, swept('cheap', [50, 4, 20])]);
    expect(page).toContain('should be replaced');
    expect(page).toContain('`cheap`, better in 1 of 3');
    expect(page).not.toContain('stays');
  });
});
