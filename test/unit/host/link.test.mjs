// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { broken, turn, useFakeClock } from '../clock.mjs';
import { createSocket, singleHost, taskHost } from '../hosts.mjs';
import { load } from '../programs.mjs';
import { opening } from './links.mjs';

useFakeClock();

describe('a host that connects nothing', () => {
  test.each([
    ['throws', broken('host'), new Error('host')],
    ['returns nothing', () => {}, new TypeError('mde-websocket: connectSocket() must be a SocketTask, got undefined')],
    ['returns no task', () => ({}), new TypeError('mde-websocket: connectSocket() must be a SocketTask, got object')],
    ['rejects', () => Promise.reject(new Error('host')), new Error('host')],
    [
      'promises nothing',
      () => Promise.resolve(),
      new TypeError('mde-websocket: connectSocket() must be a SocketTask, got undefined'),
    ],
  ])('one that %s failed', async (_, connectSocket, error) => {
    const { heard } = opening({ connectSocket });
    await turn();
    expect(heard).toEqual([['failed', error]]);
  });

  test('one that calls fail at once and returns nothing, as WeChat does on a bad url, failed once', () => {
    const error = { errMsg: 'connectSocket:fail parameter error' };
    const { heard } = opening({ connectSocket: (/** @type {any} */ params) => params.fail(error) });
    expect(heard).toEqual([['failed', error]]);
  });

  test('one that refuses so is not taken for a host with one socket', () => {
    const { host, count } = singleHost({ canRemove: false });
    host.connectSocket = (/** @type {any} */ { fail }) => fail({ errMsg: 'no' });
    expect(opening(host).names()).toEqual(['failed']);
    expect(count()).toBe(0);
  });

  test('one whose task lacks a method failed', () => {
    const { task } = createSocket();
    delete task.onClose;
    const { names } = opening({ connectSocket: () => task });
    expect(names()).toEqual(['failed']);
  });

  test('fail later is a failure too', () => {
    const { host, last } = taskHost();
    const { heard } = opening(host);
    last().params.fail({ errMsg: 'connectSocket:fail reach max websocket connect count 5' });
    expect(heard).toEqual([['failed', { errMsg: 'connectSocket:fail reach max websocket connect count 5' }]]);
  });
});

test.each([
  ['Open', 'opened', { header: {} }],
  ['Message', 'received', { data: 'x' }],
  ['Error', 'failed', { errMsg: 'x' }],
  ['Close', 'closed', { code: 1006 }],
])('on%s is reported as the host said it', (event, name, raw) => {
  const { host, last } = taskHost();
  const { heard } = opening(host);
  last().emit(/** @type {any} */ (event), raw);
  expect(heard).toEqual([[name, raw]]);
});

describe('a promised task', () => {
  test('is used when it arrives', async () => {
    const socket = createSocket();
    const { adopted, names } = opening({ connectSocket: () => Promise.resolve(socket.task) });
    expect(adopted).not.toHaveBeenCalled();
    await turn();
    expect(adopted).toHaveBeenCalledExactlyOnceWith(socket.task);
    socket.emit('Open');
    expect(names()).toEqual(['opened']);
  });

  test('that opened before it arrived is open', async () => {
    const socket = createSocket();
    socket.task.readyState = 1;
    const { names } = opening({ connectSocket: () => Promise.resolve(socket.task) });
    await turn();
    expect(names()).toEqual(['opened']);
  });

  test('that closed before it arrived is closed', async () => {
    const socket = createSocket();
    socket.task.readyState = 3;
    const { names } = opening({ connectSocket: () => Promise.resolve(socket.task) });
    await turn();
    expect(names()).toEqual(['closed']);
  });

  test('that is still connecting when it arrives is neither', async () => {
    const socket = createSocket();
    socket.task.readyState = 0;
    const { heard } = opening({ connectSocket: () => Promise.resolve(socket.task) });
    await turn();
    expect(heard).toEqual([]);
  });

  test('that is rejected after fail was called, as Taro does, failed once', async () => {
    const { names } = opening({
      connectSocket(/** @type {any} */ params) {
        params.fail({ errMsg: 'no' });
        return Promise.reject(new Error('no'));
      },
    });
    await turn();
    expect(names()).toEqual(['failed']);
  });

  test('that arrives after close() is closed and never heard', async () => {
    const socket = createSocket();
    socket.task.readyState = 1;
    const { link, heard, adopted } = opening({ connectSocket: () => Promise.resolve(socket.task) });
    link.close(4000, 'bye');
    await turn();
    expect(adopted).not.toHaveBeenCalled();
    expect(socket.closed).toEqual([{ code: 4000, reason: 'bye' }]);
    socket.emit('Message', { data: 'x' });
    expect(heard).toEqual([]);
  });

  test('is no task on WeChat, where there is none', async () => {
    const program = await load('wechat', 'host/link');
    vi.stubGlobal('wx', { connectSocket: () => Promise.resolve(createSocket().task) });
    const { heard } = opening(undefined, undefined, { program });
    expect(heard).toEqual([
      ['failed', new TypeError('mde-websocket: connectSocket() must be a SocketTask, got object')],
    ]);
  });
});

describe('which kind of socket', () => {
  test('Alipay is asked for its single one explicitly', () => {
    const { host, connects } = singleHost();
    opening(host);
    expect(connects[0].multiple).toBe(false);
  });

  test.each([false, undefined, 1, 'true'])('multiple: %o is not a wish for several', (multiple) => {
    const { host, connects } = singleHost();
    opening(host, { url: 'wss://server', multiple });
    expect(connects[0].multiple).toBe(false);
  });

  test('multiple: true uses the SocketTask of Alipay', () => {
    const { host } = singleHost();
    const socket = createSocket();
    host.connectSocket = vi.fn(() => socket.task);
    const { adopted, names } = opening(host, { url: 'wss://server', multiple: true });
    expect(host.connectSocket).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ multiple: true }));
    expect(adopted).toHaveBeenCalledExactlyOnceWith(socket.task);
    socket.emit('Open');
    expect(names()).toEqual(['opened']);
  });

  test('WeChat is not told about multiple', () => {
    const { host, last } = taskHost();
    opening(host);
    expect(last().params).not.toHaveProperty('multiple');
  });

  test('a host of the first generation, which returns nothing, is heard on itself', () => {
    const { host, connects, emit } = singleHost({ canRemove: false });
    const { link, names } = opening(host);
    expect(connects).toHaveLength(1);
    emit('Open');
    emit('Message', { data: 'x' });
    expect(names()).toEqual(['opened', 'received']);
    link.close(1000, '');
  });
});
