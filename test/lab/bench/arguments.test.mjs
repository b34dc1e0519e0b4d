// @ts-check
import { describe, expect, it } from 'vitest';
import { DEFAULT_ROUNDS, readArguments } from '../../../lab/bench/args.mjs';

const PARTS = ['size', 'inbound', 'crowd'];

describe('the command line of the benchmark', () => {
  it('runs everything when nothing is said', () => {
    expect(readArguments([], PARTS)).toEqual({ only: PARTS, rounds: DEFAULT_ROUNDS, isWhole: true });
  });

  it('keeps what a whole run of enough rounds measured, and says why not of any other', () => {
    const whyNot = (/** @type {string[]} */ ...argv) => readArguments(argv, PARTS).unkept;
    expect(whyNot()).toBeUndefined();
    expect(whyNot('--rounds', String(DEFAULT_ROUNDS + 1))).toBeUndefined();
    expect(whyNot('--rounds', '4')).toBe('4 rounds are fewer than the 5 that the page is to rest on');
    expect(whyNot('--only', 'size')).toContain('without --only');
  });

  it('runs a part in the order of the page, whatever the order asked for', () => {
    expect(readArguments(['--only', 'crowd,size'], PARTS)).toMatchObject({ only: ['size', 'crowd'], isWhole: false });
  });

  it('takes a number of rounds', () => {
    expect(readArguments(['--rounds', '2'], PARTS).rounds).toBe(2);
  });

  it.each([
    [['--only', 'size,speed'], /no such part: speed; there are size, inbound, crowd/],
    [['--only', ','], /name at least one part of size, inbound, crowd/],
    [['--rounds', 'many'], /a whole number from 1 to 50 is needed, got "many"/],
    [['--rounds', '0'], /got "0"/],
    [['--rounds', '2.5'], /got "2.5"/],
    [['--quick'], /--quick[\s\S]*usage: npm run bench/],
    [['size'], /size[\s\S]*usage: npm run bench/],
  ])('refuses %j and says what is possible', (argv, message) => {
    expect(() => readArguments(argv, PARTS)).toThrow(message);
  });
});
