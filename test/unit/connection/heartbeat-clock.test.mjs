// @ts-check
import { describe, expect, test } from 'vitest';
import { advance, suspend, useFakeClock } from '../clock.mjs';
import { beat } from './beats.mjs';

useFakeClock();

describe('a timer that fires late', () => {
  test('while the link is idle: the link is pinged at once', () => {
    const { pings, deaths } = beat();
    advance(500);
    suspend(60_000);
    advance(500);
    expect(pings).toEqual([61_000]);
    expect(deaths).toEqual([]);
  });

  test('while a pong is awaited: the link is probed, not killed', () => {
    const { heartbeat, pings, deaths } = beat();
    advance(1100);
    suspend(60_000);
    advance(300);
    expect(deaths).toEqual([]);
    expect(pings).toHaveLength(2);
    heartbeat.seen();
    advance(999);
    expect(deaths).toEqual([]);
  });

  test('while a pong is awaited: a dead link is found pongTimeout after the probe', () => {
    const { deaths } = beat();
    advance(1100);
    suspend(60_000);
    advance(300 + 400);
    expect(deaths).toHaveLength(1);
  });

  test('to wait out a pong lets what the host has in its queue come first', () => {
    const { heartbeat, deaths } = beat();
    advance(1398);
    suspend(300);
    advance(1);
    heartbeat.seen();
    advance(999);
    expect(deaths).toEqual([]);
  });

  test('by a little, as timers do, is no suspension', () => {
    const { deaths } = beat();
    advance(1000);
    suspend(30);
    advance(400);
    expect(deaths).toHaveLength(1);
  });

  test('by more than a short pongTimeout is one', () => {
    const { pings, deaths } = beat({ pingTimeout: 1000, pongTimeout: 100 });
    advance(1000);
    suspend(101);
    advance(100);
    expect(deaths).toEqual([]);
    expect(pings).toHaveLength(2);
  });

  test('with pingTimeout shorter than pongTimeout: a link asleep for most of pongTimeout is probed, not killed', () => {
    const { pings, deaths } = beat({ pingTimeout: 1000, pongTimeout: 10_000 });
    advance(1500);
    suspend(9200);
    advance(500);
    expect(deaths).toEqual([]);
    expect(pings).toEqual([1000, 11_200]);
  });

  test('a pong that came during the sleep is not held against the link', () => {
    const { heartbeat, pings, deaths } = beat();
    advance(1100);
    suspend(60_000);
    heartbeat.seen();
    advance(999);
    expect(deaths).toEqual([]);
    expect(pings).toEqual([1000]);
  });
});

test('a pongTimeout as short as a timer can be finds a dead link, with one ping', () => {
  const { pings, deaths } = beat({ pingTimeout: 1000, pongTimeout: 1 });
  advance(1002);
  expect(pings).toHaveLength(1);
  expect(deaths).toHaveLength(1);
});

describe('a clock that is set', () => {
  test('back while idle: the link is pinged within pingTimeout', () => {
    const { pings } = beat();
    advance(500);
    suspend(-3_600_000);
    advance(500);
    expect(pings).toHaveLength(1);
  });

  test('back to the moment when the link was last seen: the wait begins anew', () => {
    const { pings } = beat();
    suspend(-1000);
    advance(1999);
    expect(pings).toEqual([]);
    advance(1);
    expect(pings).toHaveLength(1);
  });

  test('back while a pong is awaited: the link is probed, and found dead pongTimeout later', () => {
    const { pings, deaths } = beat();
    advance(1100);
    suspend(-3_600_000);
    advance(300);
    expect(pings).toHaveLength(2);
    expect(deaths).toEqual([]);
    advance(400);
    expect(deaths).toHaveLength(1);
  });

  test('forward while idle: the link is pinged, not killed', () => {
    const { pings, deaths } = beat();
    advance(500);
    suspend(3_600_000);
    advance(500);
    expect(pings).toHaveLength(1);
    expect(deaths).toEqual([]);
  });

  test('forward while a pong is awaited: the link is probed, not killed', () => {
    const { pings, deaths } = beat();
    advance(1100);
    suspend(3_600_000);
    advance(300);
    expect(pings).toHaveLength(2);
    expect(deaths).toEqual([]);
  });

  test('back a little: no pause is longer than pingTimeout', () => {
    const { pings } = beat();
    advance(500);
    suspend(-400);
    advance(1400);
    expect(pings).toHaveLength(1);
  });
});
