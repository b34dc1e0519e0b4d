// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { advance, useFakeClock } from '../clock.mjs';
import { createSocket, singleHost } from '../hosts.mjs';
import { connecting } from '../tasks.mjs';
import { setUp } from './single-sockets.mjs';

useFakeClock();

describe('the task that connects last owns the line', () => {
  test('the one before is told, and its own reconnect is not taken for that', () => {
    const { takeOpen, take, emit } = setUp();
    const first = takeOpen();
    emit('Close');
    take(first.options, { superseded: first.superseded });
    expect(first.superseded).not.toHaveBeenCalled();
    take();
    expect(first.superseded).toHaveBeenCalledOnce();
  });

  test('it is told once', () => {
    const { takeOpen, take } = setUp();
    const first = takeOpen();
    const second = take();
    take(second.options);
    expect(first.superseded).toHaveBeenCalledOnce();
    expect(second.superseded).not.toHaveBeenCalled();
  });

  test('it closes its socket, for which the new one waits', () => {
    const { take, connects, closed, emit, newTask } = setUp();
    const options = newTask();
    const first = take(options, { superseded: vi.fn(() => first.socket.close({ reason: 'superseded' })) });
    emit('Open');
    take();
    expect(closed).toEqual([{ reason: 'superseded' }]);
    expect(connects).toHaveLength(1);
    emit('Close');
    expect(connects).toHaveLength(2);
  });

  test('what the one before kept of its socket sends nothing on the line of the other', () => {
    const { takeOpen, take, sent } = setUp();
    const first = takeOpen();
    take();
    first.socket.send({ data: 'x' });
    expect(sent).toEqual([]);
  });

  test('what the one before kept of its socket does not close that of the other', () => {
    const { takeOpen, take, closed } = setUp();
    const first = takeOpen();
    take();
    first.socket.task.close({});
    expect(closed).toEqual([]);
  });

  test('revived in its own close handler it has the line again, and the other one dials nothing', () => {
    const { take, newTask, connects } = setUp();
    const options = newTask();
    const revived = vi.fn(() => void take(options));
    take(options, { superseded: revived });
    const second = take();
    expect(revived).toHaveBeenCalledOnce();
    expect(second.superseded).toHaveBeenCalledOnce();
    expect(second.socket).toBeUndefined();
    expect(connects).toHaveLength(2);
  });

  test('another host has a line of its own', () => {
    const one = setUp().takeOpen();
    setUp().takeOpen();
    expect(one.superseded).not.toHaveBeenCalled();
  });
});

describe('on Alipay, with one socket', () => {
  const asPhone = (/** @type {any} */ phone) => phone;

  test('the task that connects last closes the other, which does not come back', () => {
    const phone = singleHost();
    const first = connecting({}, asPhone(phone));
    phone.emit('Open');
    const second = connecting({}, asPhone(phone));
    expect(first.of('close')).toMatchObject([{ cause: 'superseded', wasOpen: true, willReconnect: false }]);
    expect(first.task.state).toBe('closed');
    phone.emit('Close', { reason: '' });
    phone.emit('Open');
    advance(1000);
    expect(second.told()).toEqual(['open']);
    expect(first.told()).toEqual(['open', 'close']);
    expect(phone.connects).toHaveLength(2);
  });

  test('a superseded task takes the line back with reconnect()', () => {
    const phone = singleHost();
    const first = connecting({}, asPhone(phone));
    const second = connecting({}, asPhone(phone));
    first.task.reconnect();
    expect(second.of('close')).toMatchObject([{ cause: 'superseded' }]);
    expect(first.task.state).toBe('connecting');
  });

  test('one that revives itself in its own close handler has the line, and the other is superseded', () => {
    const phone = singleHost();
    const first = connecting({}, asPhone(phone));
    phone.emit('Open');
    first.task.onClose = () => first.task.reconnect();
    const second = connecting({}, asPhone(phone));
    expect([first.task.state, second.task.state]).toEqual(['connecting', 'closed']);
    phone.emit('Close');
    phone.emit('Open');
    expect(first.task.state).toBe('open');
    expect(second.of('open')).toEqual([]);
  });

  test('one that makes the other connect anew as it is superseded: the last connection has the line', () => {
    const phone = singleHost();
    const first = connecting({}, asPhone(phone));
    phone.emit('Open');
    const second = connecting({}, asPhone(phone));
    first.task.reconnect();
    phone.emit('Close');
    phone.emit('Open');
    first.task.onClose = ({ cause }) => {
      if (cause === 'superseded') second.task.reconnect();
    };
    second.task.reconnect();
    phone.emit('Close');
    advance(1000);
    phone.emit('Open');
    expect(second.task.state).toBe('open');
    second.task.close();
    expect(phone.closed).toHaveLength(3);
  });

  test('one that went on with a SocketTask of its own is superseded no more', () => {
    const phone = singleHost();
    let multiple = false;
    const first = connecting({ params: () => ({ url: 'wss://server', multiple }) }, asPhone(phone));
    phone.emit('Open');
    phone.emit('Close');
    multiple = true;
    const { connectSocket } = phone.host;
    phone.host.connectSocket = () => createSocket().task;
    advance(2000);
    phone.host.connectSocket = connectSocket;
    connecting({}, asPhone(phone));
    expect(first.task.state).toBe('connecting');
    expect(phone.count()).toBe(4);
  });

  test('a waiting task is superseded too, and a closed one hears nothing', () => {
    const phone = singleHost();
    const first = connecting({}, asPhone(phone));
    phone.emit('Close');
    expect(first.task.state).toBe('waiting');
    const second = connecting({}, asPhone(phone));
    expect(first.of('close')).toMatchObject([{ cause: 'host' }, { cause: 'superseded', wasOpen: false }]);
    second.task.close();
    connecting({}, asPhone(phone));
    expect(second.of('close')).toHaveLength(1);
  });

  test.each(['connecting', 'open', 'waiting'])(
    'closed by its user while %s, it leaves no listener on the host',
    (state) => {
      const phone = singleHost();
      const made = connecting({}, asPhone(phone));
      if (state !== 'connecting') phone.emit('Open');
      if (state === 'waiting') phone.emit('Close');
      made.task.close();
      expect(phone.count()).toBe(0);
      phone.emit('Close');
      expect(phone.count()).toBe(0);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  test('one with a SocketTask of its own closes without taking the line from the other', () => {
    const phone = singleHost();
    const single = connecting({}, asPhone(phone));
    const { connectSocket } = phone.host;
    phone.host.connectSocket = () => createSocket().task;
    connecting({ params: { url: 'wss://server', multiple: true } }, asPhone(phone)).task.close();
    phone.host.connectSocket = connectSocket;
    phone.emit('Open');
    expect(single.task.state).toBe('open');
  });

  test('closed while it waits for the line, it leaves no listener on the host', () => {
    const phone = singleHost();
    const made = connecting({}, asPhone(phone));
    phone.emit('Open');
    made.task.reconnect();
    made.task.close();
    phone.emit('Close');
    expect(phone.count()).toBe(0);
    expect(phone.connects).toHaveLength(1);
  });
});

describe('on a host of the first generation, whose API does not say how many sockets there are', () => {
  const refuse = (/** @type {any} */ { fail }) => void setTimeout(() => fail({ errMsg: 'limit' }), 10);

  /** A task on it whose first connection was refused. */
  function refused() {
    const phone = singleHost({ canRemove: false });
    phone.host.connectSocket = refuse;
    const made = connecting({}, /** @type {any} */ (phone));
    advance(210);
    expect(made.task.state).toBe('waiting');
    return { phone, made };
  }

  test('a refusal does not mean one: the task that gets a SocketTask leaves the other alone', () => {
    const { phone, made } = refused();
    phone.host.connectSocket = () => createSocket().task;
    connecting({}, /** @type {any} */ (phone));
    expect(made.task.state).toBe('waiting');
  });

  test('once one was open it is known: the other task is superseded before the host is asked', () => {
    const phone = singleHost({ canRemove: false });
    const first = connecting({}, /** @type {any} */ (phone));
    phone.emit('Open');
    phone.emit('Close');
    phone.host.connectSocket = refuse;
    advance(2210);
    /** @type {string[]} */
    const states = [];
    phone.host.connectSocket = () => void states.push(first.task.state);
    connecting({}, /** @type {any} */ (phone));
    expect(states).toEqual(['closed']);
  });

  test('once a refused task has a SocketTask, what the host tells on itself does not end that', () => {
    const { phone, made } = refused();
    const socket = createSocket();
    phone.host.connectSocket = () => socket.task;
    advance(2000);
    phone.emit('Open');
    socket.emit('Open');
    expect(made.task.state).toBe('open');
    expect(phone.closed).toEqual([]);
  });

  test('a closed task does not close what the application opens later', () => {
    const { phone, made } = refused();
    made.task.close();
    phone.emit('Open');
    expect(phone.closed).toEqual([]);
  });

  test('one that gives SocketTasks after all, and tells of them on itself too, is heard once', () => {
    const phone = singleHost({ canRemove: false });
    const made = connecting({}, /** @type {any} */ (phone));
    phone.emit('Open');
    phone.emit('Close');
    made.told();
    const socket = createSocket();
    phone.host.connectSocket = () => socket.task;
    advance(2000);
    for (const [name, event] of /** @type {const} */ ([
      ['Open', {}],
      ['Message', { data: 'x' }],
    ])) {
      phone.emit(name, event);
      socket.emit(name, event);
    }
    expect(made.told()).toEqual(['open', 'message']);
  });
});

test('a host that gives SocketTasks though one socket was asked for: two tasks do not fight, and nothing stays on it', () => {
  const phone = singleHost();
  phone.host.connectSocket = () => createSocket().task;
  const first = connecting({}, /** @type {any} */ (phone));
  expect(phone.count()).toBe(0);
  connecting({}, /** @type {any} */ (phone));
  expect(first.task.state).toBe('connecting');
});
