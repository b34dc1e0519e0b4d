// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, broken, useFakeClock } from '../clock.mjs';
import { open, sent } from '../tasks.mjs';

useFakeClock();

describe('pings', () => {
  test.each([
    ['the default text', undefined, 'heartbeat'],
    ['text', 'ping', 'ping'],
    ['bytes', new Uint8Array([1, 2]).subarray(1), new Uint8Array([2]).buffer],
    ['what a function returns', () => 'made', 'made'],
    ['bytes that a function returns', () => new Uint8Array([7]), new Uint8Array([7]).buffer],
  ])('send %s', (_, pingMsg, expected) => {
    const made = open({ pingMsg });
    advance(15_000);
    expect(sent(made)).toStrictEqual([expected]);
  });

  test('a function is asked for every ping', () => {
    let count = 0;
    const made = open({ pingMsg: () => String(++count) });
    for (let i = 0; i < 3; i++) {
      advance(15_000);
      made.last().emit('Message', { data: 'pong' });
    }
    expect(sent(made)).toStrictEqual(['1', '2', '3']);
  });

  test('a function that gives nothing is told so, and "heartbeat" goes out', () => {
    const made = open({ pingMsg: () => undefined });
    expect(() => advance(15_001)).toThrow('mde-websocket: pingMsg() must be a string or bytes, got undefined');
    expect(sent(made)).toStrictEqual(['heartbeat']);
    expect(made.task.state).toBe('open');
  });

  test('a function that throws is reported, and kills no link', () => {
    const made = open({ pingMsg: broken('user') });
    expect(() => advance(15_001)).toThrow('user');
    expect(made.task.state).toBe('open');
  });

  test('a function that closes the task sends nothing', () => {
    const made = open({
      pingMsg: () => {
        made.task.close();
        return 'ping';
      },
    });
    advance(60_000);
    expect(sent(made)).toStrictEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('coming to the foreground pings at once, and a dead link is found pongTimeout later', () => {
    const made = open();
    made.life.show();
    expect(sent(made)).toStrictEqual(['heartbeat']);
    advance(10_000);
    expect(made.of('close')).toMatchObject([{ cause: 'pong-timeout' }]);
  });

  test('coming to the foreground sends nothing without a heartbeat, or after an error', () => {
    const quiet = open({ pingTimeout: 0 });
    quiet.life.show();
    expect(sent(quiet)).toStrictEqual([]);
    const failing = open();
    failing.last().emit('Error', {});
    failing.life.show();
    expect(sent(failing)).toStrictEqual([]);
  });
});
