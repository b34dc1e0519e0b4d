// @ts-check
/** What a link in doubt was seen to do wrong; the storm found each of these. */
import { describe, expect, test } from 'vitest';
import { advance, useFakeClock } from '../clock.mjs';
import { connecting, message, open, sent } from '../tasks.mjs';

useFakeClock();

/** The host refuses at once whatever is sent. @param {ReturnType<typeof connecting>} made */
function refuseAll({ last }) {
  last().task.send = (/** @type {any} */ frame) => {
    last().sent.push(frame);
    frame.fail({ errMsg: 'send:fail' });
  };
}

describe('pingEvery', () => {
  test('is not stretched by the moment in which a young link has lasted', () => {
    const made = open({ pingEvery: 4000, minUptime: 5000 });
    for (let i = 1; i <= 3; i += 1) {
      advance(4000);
      expect(sent(made)).toHaveLength(i);
      made.last().emit('Message', { data: 'pong' });
    }
  });
});

describe('minUptime', () => {
  test('counts the time before a change of the network as well', () => {
    const made = open({ minUptime: 5000 });
    made.last().emit('Close', { code: 1006 });
    advance(2000);
    made.last().emit('Open', {});
    advance(4000);
    made.life.network({ isConnected: false });
    made.last().emit('Message', { data: 'pong' });
    advance(2000);
    made.told();
    made.last().emit('Close', { code: 1006 });
    expect(made.of('reconnect')).toMatchObject([{ attempt: 1 }]);
  });
});

describe('a host that refuses at once', () => {
  test('is not handed what a fail handler sends', () => {
    const made = connecting({ queueLimit: 1 });
    made.task.send({ data: 'one', fail: () => void made.task.send('two') });
    refuseAll(made);
    made.task.on('open', () => void made.task.send('three'));
    made.last().emit('Open', {});
    expect(sent(made)).toEqual(['one', 'heartbeat']);
  });

  test('loses no message to the one that opened the link', () => {
    const made = connecting();
    /** @type {string[]} */
    const outcomes = [];
    made.task.send(message('kept', outcomes));
    refuseAll(made);
    made.last().emit('Message', { data: 'first' });
    expect(outcomes).toEqual([]);
    advance(200);
    expect(made.of('close')).toMatchObject([{ cause: 'host', wasOpen: true }]);
    advance(1);
    made.last().emit('Open', {});
    expect(made.last().sent.map(({ data }) => data)).toEqual(['kept']);
  });
});
