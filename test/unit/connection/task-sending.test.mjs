// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, useFakeClock } from '../clock.mjs';
import { closed, connecting, inState, message, open, sent, waiting } from '../tasks.mjs';

useFakeClock();

describe('send', () => {
  test('on an open link hands the message over now', () => {
    const made = open();
    expect(made.task.send('text')).toBe(true);
    expect(made.task.send({ data: 'message' })).toBe(true);
    expect(sent(made)).toStrictEqual(['text', 'message']);
  });

  test.each(['connecting', 'waiting', 'closed'])('while %s hands nothing over', (state) => {
    const made = inState[/** @type {'open'} */ (state)]();
    expect(made.task.send('text')).toBe(false);
    expect(sent(made)).toStrictEqual([]);
  });

  test('of a view sends exactly its bytes', () => {
    const made = open();
    made.task.send(new Uint8Array([1, 2, 3]).subarray(1));
    expect(sent(made)).toStrictEqual([new Uint8Array([2, 3]).buffer]);
  });

  test('of something else fails with a sentence, and sends nothing', () => {
    const made = open();
    const fail = vi.fn();
    expect(made.task.send(/** @type {any} */ ({ data: 5, fail }))).toBe(false);
    expect(fail).toHaveBeenCalledExactlyOnceWith({
      errMsg: 'mde-websocket: data must be a string, an ArrayBuffer or a view, got number',
    });
    expect(sent(made)).toStrictEqual([]);
  });

  test('on a closed task fails at once', () => {
    /** @type {string[]} */
    const outcomes = [];
    closed().task.send(message('x', outcomes));
    expect(outcomes).toStrictEqual(['x fail: mde-websocket: task closed', 'x complete: mde-websocket: task closed']);
  });

  test('after an error, when the link is as good as lost, waits for the next link', () => {
    const made = open();
    made.last().emit('Error', {});
    expect(made.task.send('kept')).toBe(false);
    made.last().emit('Close');
    advance(2000);
    made.last().emit('Open');
    expect(made.sockets.map((socket) => socket.sent.length)).toStrictEqual([0, 1]);
  });
});

test.each(['shouldReconnect', 'reconnectTimeout'])('a message sent in %s waits for the next link', (name) => {
  const made = open({
    [name]: () => {
      expect.soft(made.task.send('kept')).toBe(false);
      return 100;
    },
  });
  made.last().emit('Close');
  expect(sent(made)).toStrictEqual([]);
  advance(2000);
  made.last().emit('Open');
  expect(sent(made)).toStrictEqual(['kept']);
});

describe('order', () => {
  test('what was sent before open goes out at open, in order', () => {
    const made = connecting();
    for (const data of ['a', 'b', 'c']) made.task.send(data);
    made.last().emit('Open');
    expect(sent(made)).toStrictEqual(['a', 'b', 'c']);
  });

  test('ahead of what is sent from a fail that the host calls at once', () => {
    const made = connecting({ pingTimeout: 0 });
    const again = () => void made.task.send('third');
    made.task.send({ data: 'first', fail: again });
    made.last().task.send = (/** @type {any} */ message) => {
      made.last().sent.push(message);
      if (message.data === 'first') message.fail({ errMsg: 'no' });
    };
    /** @type {boolean | undefined} */
    let isSent;
    made.task.onOpen = () => {
      isSent = made.task.send('second');
    };
    made.last().emit('Open');
    expect(sent(made)).toStrictEqual(['first', 'second', 'third']);
    expect(isSent).toBe(true);
  });

  test('ahead of what an onOpen handler sends', () => {
    const made = waiting();
    made.task.onOpen = () => void made.task.send('hello');
    made.task.send('kept');
    advance(2000);
    made.last().emit('Open');
    expect(sent(made)).toStrictEqual(['kept', 'hello']);
  });

  test('a send in the success callback of a message comes after those kept', () => {
    const made = connecting();
    made.task.send({ data: 'a', success: () => void made.task.send('after') });
    made.task.send('b');
    made.last().task.send = vi.fn((/** @type {any} */ { success }) => success({}));
    made.last().emit('Open');
    expect(made.last().task.send.mock.calls.map((/** @type {any[]} */ [{ data }]) => data)).toStrictEqual([
      'a',
      'b',
      'after',
    ]);
  });

  test('a flush that a failing send cuts short sends the rest once, on the next link', () => {
    const made = connecting();
    for (const data of ['a', 'b', 'c']) made.task.send(data);
    const first = made.last();
    first.task.send = vi.fn(() => first.emit('Close', { code: 1006 }));
    first.emit('Open');
    advance(2000);
    made.last().emit('Open');
    expect(first.task.send).toHaveBeenCalledOnce();
    expect(sent(made)).toStrictEqual(['b', 'c']);
  });
});

describe('the queue', () => {
  test('drops the oldest when full, and fails it', () => {
    /** @type {string[]} */
    const outcomes = [];
    const made = connecting({ queueLimit: 2 });
    for (const data of ['a', 'b', 'c']) made.task.send(message(data, outcomes));
    expect(outcomes).toStrictEqual(['a fail: mde-websocket: queue full', 'a complete: mde-websocket: queue full']);
    made.last().emit('Open');
    expect(sent(made)).toStrictEqual(['b', 'c']);
  });

  test('of 0 keeps nothing', () => {
    /** @type {string[]} */
    const outcomes = [];
    const made = connecting({ queueLimit: 0 });
    made.task.send(message('a', outcomes));
    made.last().emit('Open');
    expect(outcomes[0]).toBe('a fail: mde-websocket: queue full');
    expect(sent(made)).toStrictEqual([]);
  });

  test('of Infinity keeps everything', () => {
    const made = connecting({ queueLimit: Infinity });
    for (let i = 0; i < 500; i++) made.task.send(String(i));
    made.last().emit('Open');
    expect(sent(made)).toHaveLength(500);
  });

  test('is kept over any number of attempts', () => {
    const made = waiting();
    made.task.send('kept');
    advance(2000);
    made.last().emit('Close');
    advance(2000);
    made.last().emit('Open');
    expect(sent(made)).toStrictEqual(['kept']);
  });
});
