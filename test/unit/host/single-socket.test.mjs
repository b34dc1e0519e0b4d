// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, broken, useFakeClock } from '../clock.mjs';
import { setUp } from './single-sockets.mjs';

useFakeClock();

describe('a first connection', () => {
  test('is dialled at once', () => {
    const { take, connects } = setUp();
    take();
    expect(connects).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('hears the events of the host', () => {
    const { take, emit } = setUp();
    const { heard } = take();
    emit('Open', { header: {} });
    emit('Message', { data: 'x' });
    emit('Error', { error: 12 });
    emit('Close', { reason: 'gone' });
    expect(heard).toEqual([
      ['open', { header: {} }],
      ['message', { data: 'x' }],
      ['error', { error: 12 }],
      ['close', { reason: 'gone' }],
    ]);
  });

  test('hears no message before it is open: that is one of the socket before', () => {
    const { take, emit } = setUp();
    const { heard } = take();
    emit('Message', { data: 'old' });
    expect(heard).toEqual([]);
  });

  test('sends and closes on the host', () => {
    const { takeOpen, sent, closed } = setUp();
    const { socket } = takeOpen();
    socket.send({ data: 'x' });
    socket.close({ code: 1000, reason: '' });
    expect(sent).toEqual([{ data: 'x' }]);
    expect(closed).toEqual([{ code: 1000, reason: '' }]);
  });

  test('that the host refuses by throwing has failed', () => {
    const { take, host } = setUp();
    host.connectSocket = broken('busy');
    expect(take().failed).toHaveBeenCalledExactlyOnceWith(new Error('busy'));
  });

  test('that the host refuses twice over has failed once', () => {
    const { take, connects } = setUp();
    const { failed } = take();
    connects[0].fail({ error: 3 });
    connects[0].fail({ error: 3 });
    expect(failed).toHaveBeenCalledExactlyOnceWith({ error: 3 });
  });

  test('that the host closed is over: it is not closed again, and holds no listener', () => {
    const { takeOpen, emit, closed, count } = setUp();
    const { socket, heard } = takeOpen();
    emit('Close');
    expect(count()).toBe(0);
    socket.close({});
    socket.task.close({});
    emit('Close');
    expect(closed).toEqual([]);
    expect(count()).toBe(0);
    expect(heard).toEqual(['open', 'close']);
  });
});

describe('closing', () => {
  test('an open socket: when the host says it is closed no listener is left, and nothing was heard of it', () => {
    const { takeOpen, emit, count } = setUp();
    const { socket, heard } = takeOpen();
    socket.close({});
    emit('Message', { data: 'late' });
    emit('Close');
    expect(count()).toBe(0);
    expect(heard).toEqual(['open']);
  });

  test('twice closes once', () => {
    const { takeOpen, closed } = setUp();
    const { socket } = takeOpen();
    socket.close({ code: 1000 });
    socket.close({ code: 4000 });
    expect(closed).toEqual([{ code: 1000 }]);
  });

  test('before it opened, twice, closes once', () => {
    const { take, closed } = setUp();
    const { socket } = take();
    socket.close({ code: 1000 });
    socket.close({ code: 4000 });
    expect(closed).toEqual([{ code: 1000 }]);
  });

  test('before it opened: one that opens all the same is closed, though a close was reported that may be another’s', () => {
    const { take, emit, closed, count } = setUp();
    const { socket, heard } = take();
    socket.close({});
    emit('Close');
    emit('Open');
    expect(closed).toHaveLength(2);
    emit('Close');
    expect(count()).toBe(0);
    expect(heard).toEqual([]);
  });

  test('before it opened: one that opens all the same is closed, never heard, and no listener is left', () => {
    const { take, emit, closed, count, connects } = setUp();
    const { socket, heard } = take();
    socket.close({});
    emit('Message', { data: 'x' });
    emit('Open');
    expect(closed).toHaveLength(2);
    advance(2000);
    expect(connects).toHaveLength(1);
    emit('Close');
    expect(count()).toBe(0);
    expect(heard).toEqual([]);
  });

  test('before it opened: one that opens after all is closed though the host reported an error between', () => {
    const { take, emit, closed } = setUp();
    take().socket.close({});
    emit('Error', { error: 10 });
    emit('Open');
    expect(closed).toHaveLength(2);
  });

  test('by the host before it opened: one that opens all the same is closed', () => {
    const { take, emit, closed } = setUp();
    const { heard } = take();
    emit('Close');
    expect(closed).toHaveLength(1);
    emit('Open');
    expect(closed).toHaveLength(2);
    expect(heard).toEqual(['close']);
  });

  test('a host that throws at the close of a late socket does not hear of it', () => {
    const { take, emit, host } = setUp();
    take().socket.close({});
    host.closeSocket = broken('closeSocket');
    expect(() => emit('Open')).not.toThrow();
  });
});

describe('a host of the first generation', () => {
  test('is dialled once, and hears its events', () => {
    const { take, connects, emit } = setUp({ canRemove: false });
    const { heard } = take();
    expect(connects).toHaveLength(1);
    emit('Open');
    expect(heard).toEqual(['open']);
  });

  test('has its next connection wait for the close of the one before', () => {
    const { takeOpen, take, emit, connects } = setUp({ canRemove: false });
    const { socket, options } = takeOpen();
    socket.close({});
    take(options);
    expect(connects).toHaveLength(1);
    emit('Close');
    expect(connects).toHaveLength(2);
  });

  test('is not told to close what the application opened after the end of ours, though the socket is closed again', () => {
    const { takeOpen, emit, closed } = setUp({ canRemove: false });
    const { socket } = takeOpen();
    emit('Close');
    socket.task.close({});
    emit('Open');
    expect(closed).toEqual([]);
  });

  test('keeps one set of listeners, and the old connection hears nothing of the new', () => {
    const { take, emit, count } = setUp({ canRemove: false });
    const first = take();
    emit('Open');
    emit('Close');
    const second = take(first.options);
    emit('Open');
    expect(count()).toBe(4);
    expect(first.heard).toEqual(['open', 'close']);
    expect(second.heard).toEqual(['open']);
  });
});
