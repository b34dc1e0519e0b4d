// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, useFakeClock } from '../clock.mjs';
import { beat } from './beats.mjs';

useFakeClock();

describe('a silent server', () => {
  test('is pinged exactly pingTimeout after the link opened', () => {
    const { pings } = beat();
    advance(999);
    expect(pings).toEqual([]);
    advance(1);
    expect(pings).toEqual([1000]);
  });

  test('is pinged exactly pingTimeout after its last message', () => {
    const { heartbeat, pings } = beat();
    for (const pause of [300, 0, 650]) {
      advance(pause);
      heartbeat.seen();
    }
    advance(999);
    expect(pings).toEqual([]);
    advance(1);
    expect(pings).toEqual([1950]);
  });

  test('is dead exactly pongTimeout after the ping', () => {
    const { deaths } = beat();
    advance(1399);
    expect(deaths).toEqual([]);
    advance(1);
    expect(deaths).toEqual([1400]);
  });

  test('that answers in the last millisecond lives', () => {
    const { heartbeat, deaths, pings } = beat();
    advance(1399);
    heartbeat.seen();
    advance(999);
    expect(deaths).toEqual([]);
    expect(pings).toEqual([1000]);
    advance(1);
    expect(pings).toEqual([1000, 2399]);
  });

  test('that answers in the last millisecond is given all of pongTimeout the next time', () => {
    const { heartbeat, deaths } = beat();
    advance(1399);
    heartbeat.seen();
    advance(1399);
    expect(deaths).toEqual([]);
    advance(1);
    expect(deaths).toEqual([2799]);
  });

  test('is dead once, and then nothing is pending', () => {
    const { deaths } = beat();
    advance(60_000);
    expect(deaths).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('pingTimeout shorter than pongTimeout', () => {
  const short = { pingTimeout: 300, pongTimeout: 1000 };

  test('one ping goes out, and the link is dead pongTimeout after it', () => {
    const { pings, deaths } = beat(short);
    advance(1299);
    expect(deaths).toEqual([]);
    advance(1);
    expect(pings).toEqual([300]);
    expect(deaths).toEqual([1300]);
  });

  test('the next ping comes exactly pingTimeout after the answer', () => {
    const { heartbeat, pings } = beat(short);
    advance(310);
    heartbeat.seen();
    advance(300);
    expect(pings).toEqual([300, 610]);
  });
});

test('pingTimeout longer than pongTimeout: the next ping comes exactly pingTimeout after the answer', () => {
  const { heartbeat, pings } = beat({ pingTimeout: 5000, pongTimeout: 100 });
  advance(5020);
  heartbeat.seen();
  advance(5000);
  expect(pings).toEqual([5000, 10_020]);
});

describe('timers', () => {
  test('an idle link holds one', () => {
    const { heartbeat } = beat();
    for (let i = 0; i < 20; i++) {
      expect(vi.getTimerCount()).toBe(1);
      advance(170);
      heartbeat.seen();
    }
  });

  test('an inbound message sets and clears none', () => {
    const { heartbeat } = beat();
    const set = vi.spyOn(globalThis, 'setTimeout');
    const clear = vi.spyOn(globalThis, 'clearTimeout');
    for (let i = 0; i < 1000; i++) heartbeat.seen();
    expect(set).not.toHaveBeenCalled();
    expect(clear).not.toHaveBeenCalled();
  });

  test.each([0, Infinity])('a pingTimeout of %d holds none, and a probe sends nothing', (pingTimeout) => {
    const { heartbeat, pings } = beat({ pingTimeout });
    heartbeat.seen();
    heartbeat.probe();
    expect(vi.getTimerCount()).toBe(0);
    expect(pings).toEqual([]);
  });

  test('starting takes the place of whatever was pending', () => {
    const { heartbeat, pings, schedule } = beat({ pingTimeout: 0 });
    const bound = vi.fn();
    schedule(100, bound);
    heartbeat.start();
    advance(1000);
    expect(bound).not.toHaveBeenCalled();
    expect(pings).toEqual([]);
  });
});
