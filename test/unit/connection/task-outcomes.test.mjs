// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { broken, expectReported, useFakeClock } from '../clock.mjs';
import { connecting, message, open } from '../tasks.mjs';

useFakeClock();

describe('exactly one of success and fail, then complete', () => {
  test('the answer of the host is passed on', () => {
    /** @type {string[]} */
    const outcomes = [];
    const made = open();
    made.task.send(message('a', outcomes));
    made.task.send(message('b', outcomes));
    made.last().sent[1].success({});
    made.last().sent[0].fail({ errMsg: 'host' });
    expect(outcomes).toEqual(['b success', 'b complete', 'a fail: host', 'a complete: host']);
  });

  test.each([
    ['close', 'task closed'],
    ['reconnect', 'link lost'],
  ])('a message in flight fails with %s(): %s', (name, why) => {
    /** @type {string[]} */
    const outcomes = [];
    const made = open();
    made.task.send(message('a', outcomes));
    made.task[/** @type {'close'} */ (name)]();
    expect(outcomes).toEqual([`a fail: mde-websocket: ${why}`, `a complete: mde-websocket: ${why}`]);
    made.sockets[0].sent[0].success({});
    expect(outcomes).toHaveLength(2);
  });

  test('one that was answered is not failed when the link is lost', () => {
    /** @type {string[]} */
    const outcomes = [];
    const made = open();
    for (const data of ['a', 'b', 'c']) made.task.send(message(data, outcomes));
    made.last().sent[0].success({});
    made.last().emit('Close');
    expect(outcomes.filter((each) => / (success|fail)/.test(each))).toEqual([
      'a success',
      'b fail: mde-websocket: link lost',
      'c fail: mde-websocket: link lost',
    ]);
  });

  test('those in the queue fail when the task closes, those in flight first', () => {
    /** @type {string[]} */
    const outcomes = [];
    const made = open();
    made.task.send(message('flying', outcomes));
    made.last().emit('Error', {});
    made.task.send(message('kept', outcomes));
    made.task.close();
    expect(outcomes.filter((each) => each.includes('fail'))).toEqual([
      'flying fail: mde-websocket: task closed',
      'kept fail: mde-websocket: task closed',
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of a burst too, those answered and those not', () => {
    /** @type {string[]} */
    const outcomes = [];
    const made = open();
    const answered = vi.fn(({ success }) => success({}));
    const numbers = Array.from({ length: 100 }, (_, i) => String(i));
    const { task } = made.last();
    for (const data of numbers) {
      task.send = Number(data) % 2 ? answered : () => {};
      made.task.send(message(data, outcomes));
    }
    made.last().emit('Close');
    expect(answered).toHaveBeenCalledTimes(50);
    for (const data of numbers) {
      const outcome = Number(data) % 2 ? 'success' : 'fail: mde-websocket: link lost';
      expect(outcomes.filter((each) => each.startsWith(`${data} `))[0]).toBe(`${data} ${outcome}`);
    }
    expect(outcomes).toHaveLength(200);
  });

  test('those in the queue fail when attempts are exhausted', () => {
    /** @type {string[]} */
    const outcomes = [];
    const made = connecting({ repeatLimit: 0 });
    made.task.send(message('kept', outcomes));
    made.last().emit('Close');
    expect(outcomes).toHaveLength(2);
  });

  test('a host that throws is a fail, and the link goes on, where no heartbeat can tell if it is alive', () => {
    /** @type {string[]} */
    const outcomes = [];
    const made = open({ pingTimeout: 0 });
    made.last().task.send = broken('host');
    expect(made.task.send(message('a', outcomes))).toBe(true);
    expect(outcomes[0]).toBe('a fail: host');
    expect(made.task.state).toBe('open');
  });
});

test('a throwing success callback is reported, and what follows is still sent', () => {
  const made = open();
  made.last().task.send = vi.fn((/** @type {any} */ { success }) => success({}));
  made.task.send({ data: 'a', success: broken('user') });
  made.task.send('b');
  expect(made.last().task.send).toHaveBeenCalledTimes(2);
  expectReported('user');
});
