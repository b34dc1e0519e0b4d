// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, useFakeClock } from '../clock.mjs';
import { setUp } from './single-sockets.mjs';

useFakeClock();

describe('the next connection', () => {
  test('waits for the close of the one before, and is dialled with it', () => {
    const { takeOpen, take, connects, emit } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    const { heard } = take(options);
    advance(400);
    expect(connects).toHaveLength(1);
    emit('Close');
    expect(connects).toHaveLength(2);
    expect(heard).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('waits no longer than a second for a host that has gone silent', () => {
    const { takeOpen, take, connects } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    advance(300);
    take(options);
    advance(699);
    expect(connects).toHaveLength(1);
    advance(1);
    expect(connects).toHaveLength(2);
    advance(60_000);
    expect(connects).toHaveLength(2);
  });

  test('waits no longer than a second though the clock was set back', () => {
    const { takeOpen, take, connects } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    vi.setSystemTime(Date.now() - 3_600_000);
    take(options);
    advance(1000);
    expect(connects).toHaveLength(2);
  });

  test('does not wait for one that the host closed', () => {
    const { takeOpen, take, connects, emit } = setUp();
    const { options } = takeOpen();
    emit('Close');
    take(options);
    expect(connects).toHaveLength(2);
  });

  test('does not wait for one that the host refused: no close comes of that', () => {
    const { take, connects } = setUp();
    const { socket, options } = take();
    connects[0].fail({ error: 4 });
    socket.close({});
    take(options);
    expect(connects).toHaveLength(2);
  });

  test('does not wait when the second is over', () => {
    const { takeOpen, take, connects } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    advance(1000);
    take(options);
    expect(connects).toHaveLength(2);
  });

  test('that is closed while it waits is never dialled', () => {
    const { takeOpen, take, connects, closed } = setUp();
    const { socket, options } = takeOpen();
    socket.close({ code: 1 });
    take(options).socket.close({ code: 2 });
    advance(2000);
    expect(connects).toHaveLength(1);
    expect(closed).toEqual([{ code: 1 }]);
  });

  test('that is closed as soon as it is heard of is never dialled', () => {
    const { take, newTask, connects } = setUp();
    take(newTask(), { adopted: (socket) => socket.close({}) });
    advance(2000);
    expect(connects).toEqual([]);
  });

  test('hears nothing of the one before while it waits', () => {
    const { takeOpen, take, emit } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    const { heard } = take(options);
    emit('Message', { data: 'old' });
    emit('Error', { error: 12 });
    emit('Close', { reason: 'old' });
    expect(heard).toEqual([]);
  });

  test('closes the one before if that opens only now', () => {
    const { take, emit, closed, connects } = setUp();
    const { socket, options } = take();
    socket.close({});
    const next = take(options);
    emit('Open');
    expect(closed).toHaveLength(2);
    expect(connects).toHaveLength(1);
    emit('Close');
    expect(connects).toHaveLength(2);
    expect(next.heard).toEqual([]);
  });

  test('gives one before that opens while it waits a second to close', () => {
    const { take, emit, connects } = setUp();
    const { socket, options } = take();
    socket.close({});
    take(options);
    advance(900);
    emit('Open');
    advance(999);
    expect(connects).toHaveLength(1);
    advance(1);
    expect(connects).toHaveLength(2);
  });

  test('waits for the close of one that opened late', () => {
    const { take, emit, connects } = setUp();
    const { socket, options } = take();
    socket.close({});
    advance(5000);
    emit('Open');
    take(options);
    expect(connects).toHaveLength(1);
    emit('Close');
    expect(connects).toHaveLength(2);
  });

  test('does not wait if the close of the one before was reported already', () => {
    const { takeOpen, take, emit, connects } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    advance(100);
    emit('Close');
    advance(100);
    take(options);
    expect(connects).toHaveLength(2);
  });

  test('hears the host though someone removed all listeners while the old socket was closing', () => {
    const { takeOpen, take, emit, host } = setUp();
    const { socket, options } = takeOpen();
    socket.close({});
    for (const name of ['Open', 'Message', 'Error', 'Close']) host[`offSocket${name}`]();
    const { heard } = take(options);
    advance(1000);
    emit('Open');
    expect(heard).toEqual(['open']);
  });

  test('hears the host though someone removed all listeners meanwhile', () => {
    const { takeOpen, take, emit, host } = setUp();
    const { options } = takeOpen();
    emit('Close');
    for (const name of ['Open', 'Message', 'Error', 'Close']) host[`offSocket${name}`]();
    const { heard } = take(options);
    emit('Open');
    expect(heard).toEqual(['open']);
  });
});
