// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, suspend, useFakeClock } from '../clock.mjs';
import { beat } from './beats.mjs';

useFakeClock();

describe('a probe', () => {
  test('pings at once, and a dead link is found pongTimeout later', () => {
    const { heartbeat, pings, deaths } = beat();
    advance(200);
    heartbeat.probe();
    expect(pings).toEqual([200]);
    advance(400);
    expect(deaths).toEqual([600]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('while a pong is awaited does not put the end off', () => {
    const { heartbeat, pings, deaths } = beat();
    advance(1300);
    heartbeat.probe();
    expect(pings).toEqual([1000, 1300]);
    advance(100);
    expect(deaths).toEqual([1400]);
  });

  test('again and again does not put the end off either', () => {
    const { heartbeat, deaths } = beat();
    for (let i = 0; i < 4; i++) {
      advance(100);
      heartbeat.probe();
    }
    advance(100);
    expect(deaths).toEqual([500]);
  });

  test.each([
    ['asleep', 60_000],
    ['set back', -60_000],
  ])('while a pong is awaited begins to wait anew when the program or its clock was %s', (_, ms) => {
    const { heartbeat, pings, deaths } = beat();
    advance(1300);
    suspend(ms);
    heartbeat.probe();
    expect(pings).toHaveLength(2);
    advance(399);
    expect(deaths).toEqual([]);
    advance(1);
    expect(deaths).toHaveLength(1);
  });

  test('when the app was away does, since the pong may be waiting to be heard', () => {
    const { heartbeat, pings, deaths } = beat();
    advance(1399);
    heartbeat.probe(true);
    advance(399);
    expect(deaths).toEqual([]);
    advance(1);
    expect(deaths).toEqual([1799]);
    expect(pings).toHaveLength(2);
  });

  test('tells whether there is a heartbeat', () => {
    expect(beat().heartbeat.probe()).toBe(true);
    expect(beat({ pingTimeout: 0 }).heartbeat.probe()).toBe(false);
  });

  test('that could not be sent is not waited for', () => {
    const { heartbeat, pings, deaths } = beat({ isSent: false });
    heartbeat.probe();
    advance(999);
    expect(deaths).toEqual([]);
    expect(pings).toEqual([0]);
    advance(1);
    expect(pings).toEqual([0, 1000]);
  });
});

describe('latency', () => {
  test('is null before the first ping was answered', () => {
    const { task, heartbeat } = beat();
    expect(task.latency).toBeNull();
    heartbeat.seen();
    advance(1200);
    expect(task.latency).toBeNull();
  });

  test('is the time from the last ping to the first message after it', () => {
    const { task, heartbeat } = beat();
    advance(1000 + 42);
    heartbeat.seen();
    advance(7);
    heartbeat.seen();
    expect(task.latency).toBe(42);
    advance(1000 + 5);
    heartbeat.seen();
    expect(task.latency).toBe(5);
  });

  test('is never negative, though the clock was set back', () => {
    const { task, heartbeat } = beat();
    advance(1100);
    suspend(-5000);
    heartbeat.seen();
    expect(task.latency).toBe(0);
  });

  test('is not measured across a reconnect', () => {
    const { task, heartbeat } = beat();
    advance(1100);
    heartbeat.start();
    heartbeat.seen();
    expect(task.latency).toBeNull();
  });
});
