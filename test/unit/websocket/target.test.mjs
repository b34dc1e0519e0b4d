// @ts-check
import { beforeEach, describe, expect, test } from 'vitest';
import { useFakeClock } from '../clock.mjs';
import { phone, wait } from './sockets.mjs';

useFakeClock();

/** @type {any} */
let socket;
/** @type {any} */
let thread;
/** @type {any} */
let transport;
/** @type {any[]} */
let heard;

beforeEach(async () => {
  const made = phone('wechat');
  ({ socket } = made.open());
  ({ thread, transport } = made);
  heard = [];
  await wait(100);
});

const note = (/** @type {any} */ what) => () => void heard.push(what);
const message = (/** @type {any} */ data = 'x') => transport.last().message(data);

describe('listeners', () => {
  test('are called in the order in which they were added, the handler at its own place', () => {
    socket.addEventListener('message', note(1));
    socket.onmessage = note('first handler');
    socket.addEventListener('message', note(2));
    socket.onmessage = note('handler');
    message();
    expect(heard).toEqual([1, 'handler', 2]);
  });

  test('a handler that was taken away and set again comes last', () => {
    socket.onmessage = note('handler');
    socket.addEventListener('message', note(1));
    socket.onmessage = null;
    message();
    socket.onmessage = note('handler');
    message();
    expect(heard).toEqual([1, 1, 'handler']);
  });

  test('are called once however often they were added, unless capture differs', () => {
    const listener = note('x');
    socket.addEventListener('message', listener);
    socket.addEventListener('message', listener, { once: true });
    socket.addEventListener('message', listener, true);
    socket.addEventListener('message', listener, { capture: true });
    message();
    message();
    expect(heard).toHaveLength(4);
    socket.removeEventListener('message', listener, true);
    message();
    expect(heard).toHaveLength(5);
    socket.removeEventListener('message', listener);
    message();
    expect(heard).toHaveLength(5);
  });

  test('once is once, and may add itself again', () => {
    const again = () => {
      heard.push('once');
      if (heard.length < 2) socket.addEventListener('message', again, { once: true });
    };
    socket.addEventListener('message', again, { once: true });
    message();
    expect(heard).toEqual(['once']);
    message();
    message();
    expect(heard).toEqual(['once', 'once']);
  });

  test('an object with handleEvent is called on itself, looked up at the call', () => {
    const object = {
      /** @this {any} @param {any} event */
      handleEvent(event) {
        heard.push(this === object, event.data);
      },
    };
    socket.addEventListener('message', object);
    message('a');
    object.handleEvent = note('other');
    message('b');
    expect(heard).toEqual([true, 'a', 'other']);
  });

  test('a function is called on the socket', () => {
    /** @this {any} @param {any} event */
    function listener(event) {
      heard.push(this === socket, event.target === socket, event.currentTarget === socket, event.type);
    }
    /** @this {any} */
    function handler() {
      heard.push(this === socket);
    }
    socket.addEventListener('message', listener);
    socket.onmessage = handler;
    message();
    expect(heard).toEqual([true, true, true, 'message', true]);
  });

  test('one that is added during a dispatch waits for the next, one that is removed is not called', () => {
    const second = note('second');
    socket.addEventListener('message', () => {
      heard.push('first');
      socket.removeEventListener('message', second);
      socket.addEventListener('message', note('added'), { once: true });
    });
    socket.addEventListener('message', second);
    message();
    expect(heard).toEqual(['first']);
    message();
    expect(heard).toEqual(['first', 'first', 'added']);
  });

  test('one whose signal is aborted is gone, at once too', () => {
    const abort = new AbortController();
    socket.addEventListener('message', note('x'), { signal: abort.signal });
    message();
    abort.abort();
    message();
    socket.addEventListener('message', note('y'), { signal: abort.signal });
    message();
    expect(heard).toEqual(['x']);
  });

  test('one that throws is reported, and the others are called', async () => {
    socket.addEventListener('message', () => {
      throw new Error('mine');
    });
    socket.onmessage = note('handler');
    message();
    expect(heard).toEqual(['handler']);
    expect(thread.errors).toEqual([]);
    await wait(0);
    expect(thread.errors.map((/** @type {any} */ { error }) => error.message)).toEqual(['mine']);
    expect(socket.readyState).toBe(1);
  });

  test('null is none, and what is neither function nor object is a TypeError', () => {
    socket.addEventListener('message', null);
    socket.addEventListener('message', undefined);
    expect(() => socket.addEventListener('message', 'onmessage')).toThrow(
      new TypeError('mde-websocket: listener must be a function, an object or null, got string'),
    );
    socket.removeEventListener('message', note('x'));
    socket.removeEventListener('nothing', null);
    message();
    expect(thread.errors).toEqual([]);
  });
});

describe('handlers', () => {
  test.each(['onopen', 'onmessage', 'onerror', 'onclose'])(
    '%s is null until it is set, and null again for what is no object',
    (name) => {
      const handler = () => {};
      expect(socket[name]).toBe(null);
      socket[name] = handler;
      expect(socket[name]).toBe(handler);
      for (const nothing of [null, undefined, 5, 'text']) {
        socket[name] = handler;
        socket[name] = nothing;
        expect(socket[name]).toBe(null);
      }
    },
  );

  test('an object is kept and not called', async () => {
    const object = { handleEvent: note('called') };
    socket.onmessage = object;
    expect(socket.onmessage).toBe(object);
    message();
    await wait(0);
    expect(heard).toEqual([]);
    expect(thread.errors).toEqual([]);
  });

  test('one may be changed by itself', () => {
    socket.onmessage = () => {
      heard.push('first');
      socket.onmessage = note('second');
    };
    message();
    message();
    expect(heard).toEqual(['first', 'second']);
  });
});

describe('an event', () => {
  test('can be made again from itself, with its fields, as partysocket does it', async () => {
    /** @type {any[]} */
    const events = [];
    for (const type of ['message', 'close'])
      socket.addEventListener(type, (/** @type {any} */ event) => events.push(event));
    message('data');
    socket.close(4000, 'bye');
    await wait(100);
    const [one, two] = events.map((event) => new event.constructor(event.type, event));
    expect([one.type, one.data, one.target, one.currentTarget]).toEqual(['message', 'data', null, null]);
    expect([two.type, two.code, two.reason, two.wasClean]).toEqual(['close', 4000, 'bye', true]);
    socket.onmessage = (/** @type {any} */ event) => heard.push(event === one, event.target === socket);
    expect(socket.dispatchEvent(one)).toBe(true);
    expect(heard).toEqual([true, true]);
  });

  test('has a time, and no current target once it is over', () => {
    /** @type {any} */
    let event;
    socket.onmessage = (/** @type {any} */ given) => {
      event = given;
    };
    message();
    expect(event.timeStamp).toBe(Date.now());
    expect(event.target).toBe(socket);
    expect(event.currentTarget).toBe(null);
  });

  test('stopped at once reaches nobody else', () => {
    socket.onmessage = (/** @type {any} */ event) => {
      event.stopPropagation();
      heard.push('first');
    };
    socket.addEventListener('message', (/** @type {any} */ event) => {
      event.stopImmediatePropagation();
      heard.push('second');
    });
    socket.addEventListener('message', note('third'));
    message();
    message();
    expect(heard).toEqual(['first', 'second', 'first', 'second']);
  });

  test('of the application is dispatched too, and says whether its default was prevented', () => {
    socket.addEventListener('own', (/** @type {any} */ event) => {
      heard.push(event.detail);
      event.defaultPrevented = true;
    });
    expect(socket.dispatchEvent({ type: 'own', detail: 5 })).toBe(false);
    expect(socket.dispatchEvent({ type: 'nobody' })).toBe(true);
    expect(heard).toEqual([5]);
  });
});
