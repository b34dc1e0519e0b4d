// @ts-check
import { describe, expect, it } from 'vitest';
import { figure, ratio, roundsOf, spread, table } from '../../../lab/bench/report/table.mjs';
import { interleave } from '../../../lab/bench/rounds.mjs';
import { summarize, summarizeFields } from '../../../lab/bench/stats.mjs';

describe('figures', () => {
  it('are medians with their range', () => {
    expect(summarize([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3, rounds: 3 });
    expect(summarize([4, 1, 2, 3]).median).toBe(2.5);
    expect(summarize([1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]).median).toBe(Number.POSITIVE_INFINITY);
  });

  it('are summarized field by field', () => {
    expect(summarizeFields([{ ns: 1 }, { ns: 3 }]).ns.median).toBe(2);
  });

  it('cannot come of nothing, or of something that is not a number', () => {
    expect(() => summarize([])).toThrow('nothing was measured');
    expect(() => summarize([1, Number.NaN])).toThrow('not a number');
  });

  it('are read with three digits', () => {
    expect([0.01234, 1.234, 56.78, 1234.5, 0].map(figure)).toEqual(['0.012', '1.23', '56.8', '1,235', '0']);
    expect(figure(Number.POSITIVE_INFINITY)).toBe('never');
    expect(ratio(30, 20)).toBe('1.5×');
    expect(spread(summarize([1, 2, 3]))).toBe('2 (1–3)');
    expect(spread(summarize([2, 2]))).toBe('2');
  });

  it('of one table come from as many rounds', () => {
    const [one, three] = [summarize([1]), summarize([1, 2, 3])];
    expect(roundsOf([three, three])).toBe('3 rounds');
    expect(roundsOf([one], 'seed')).toBe('one seed');
    expect(() => roundsOf([one, three])).toThrow('a table of figures from 1 and 3 rounds');
    expect(() => roundsOf([])).toThrow('a table of figures');
  });

  it('stand in Markdown tables, numbers to the right', () => {
    expect(table(['', 'ns'], [['ours', 1]])).toBe('|  | ns |\n| --- | ---: |\n| ours | 1 |');
  });
});

describe('rounds', () => {
  it('give everybody a turn in each, and begin with somebody else each time', async () => {
    /** @type {string[]} */
    const order = [];
    const rows = await interleave(['a', 'b', 'c'], 2, async (subject, round) => {
      order.push(`${subject}${round}`);
      return round;
    });
    expect(order).toEqual(['a0', 'b0', 'c0', 'b1', 'c1', 'a1']);
    expect(rows.map(({ measured }) => measured)).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });
});
