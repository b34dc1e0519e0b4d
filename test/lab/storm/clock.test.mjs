// @ts-check
import { describe, expect, test } from 'vitest';
import { createClock } from '../../../lab/storm/clock.mjs';

/** @param {string[]} done */
function clockFor(done) {
  /** @type {any[]} */
  const entries = [];
  const clock = createClock({ owner: () => 0, perform: (job) => job.run(), log: (entry) => entries.push(entry) });
  /** @param {string} name @param {number} ms */
  const timer = (name, ms) => clock.setTimeout(() => done.push(`${name} at ${clock.now()}`), ms);
  return { clock, timer, entries };
}

describe('the clock of the storm', () => {
  test('runs timers in the order in which they are due', () => {
    /** @type {string[]} */
    const done = [];
    const { clock, timer } = clockFor(done);
    timer('late', 20);
    timer('early', 10);
    timer('early too', 10);
    clock.advance(15);
    expect(done).toEqual(['early at 10', 'early too at 10']);
    expect(clock.now()).toBe(15);
  });

  test('forgets a cleared timer', () => {
    /** @type {string[]} */
    const done = [];
    const { clock, timer } = clockFor(done);
    clock.clearTimeout(timer('cleared', 10));
    clock.advance(100);
    expect(done).toEqual([]);
    expect(clock.timers()).toEqual([]);
  });

  test('fires at once when a delay overflows 32 bits, as engines do', () => {
    /** @type {string[]} */
    const done = [];
    const { clock, timer } = clockFor(done);
    timer('in years', 2 ** 31);
    clock.advance(1);
    expect(done).toEqual(['in years at 1']);
  });

  test('runs nothing while suspended, then everything in a burst', () => {
    /** @type {string[]} */
    const done = [];
    const { clock, timer } = clockFor(done);
    timer('timer', 10);
    clock.later(() => done.push(`event at ${clock.now()}`), 20);
    clock.suspend();
    clock.advance(5000);
    expect(done).toEqual([]);
    clock.resume('events first');
    expect(done).toEqual(['event at 5000', 'timer at 5000']);
  });

  test('sets the wall clock without touching the timers', () => {
    /** @type {string[]} */
    const done = [];
    const { clock, timer } = clockFor(done);
    const before = clock.wall();
    timer('timer', 10);
    clock.jump(-60_000);
    clock.advance(10);
    expect(clock.wall() - before).toBe(-60_000 + 10);
    expect(done).toEqual(['timer at 10']);
  });

  test('notices a program that never comes to rest', () => {
    const { clock, entries } = clockFor([]);
    const again = () => void clock.setTimeout(again, 0);
    again();
    clock.advance(1);
    expect(entries.some(({ kind }) => kind === 'restless')).toBe(true);
  });
});
