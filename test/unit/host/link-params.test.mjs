// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { broken, expectReported, turn, useFakeClock } from '../clock.mjs';
import { taskHost } from '../hosts.mjs';
import { opening, settings } from './links.mjs';

useFakeClock();

describe('the arguments of connectSocket', () => {
  test('are a copy of params with everything in it, and params is left as it was', () => {
    const { host, last } = taskHost();
    const params = Object.freeze({ url: 'wss://server', header: { a: 'b' }, protocols: ['x'], tcpNoDelay: true });
    opening(host, params);
    expect(last().params).toMatchObject(params);
    expect(last().params).not.toBe(params);
  });

  test('always carry three callbacks: uni-app returns a task only to those who pass one', () => {
    const { host, last } = taskHost();
    opening(host);
    expect(last().params).toMatchObject(
      Object.fromEntries(Object.keys(settings()).map((name) => [name, expect.any(Function)])),
    );
  });

  test('are asked of a params function before every attempt, with its number', () => {
    const { host, last } = taskHost();
    const params = vi.fn((attempt) => ({ url: `wss://server?attempt=${attempt}` }));
    opening(host, params, { retries: 3 });
    expect(params).toHaveBeenCalledExactlyOnceWith(3);
    expect(last().params.url).toBe('wss://server?attempt=3');
  });

  test('may be promised', async () => {
    const { host, sockets, last } = taskHost();
    opening(host, () => Promise.resolve({ url: 'wss://later' }));
    expect(sockets).toHaveLength(0);
    await turn();
    expect(last().params.url).toBe('wss://later');
  });
});

describe('callbacks in params', () => {
  test('are called with what the host says', () => {
    const { host, last } = taskHost();
    const given = settings();
    opening(host, { url: 'wss://server', ...given });
    last().params.success({ socketTaskId: 1 });
    last().params.complete({ errMsg: 'connectSocket:ok' });
    expect(given.success).toHaveBeenCalledExactlyOnceWith({ socketTaskId: 1 });
    expect(given.complete).toHaveBeenCalledExactlyOnceWith({ errMsg: 'connectSocket:ok' });
    expect(given.fail).not.toHaveBeenCalled();
  });

  test('of an object are not called again at a reconnect', () => {
    const { host, last } = taskHost();
    const given = settings();
    const { names } = opening(host, { url: 'wss://server', ...given }, { isFirst: false });
    last().params.fail({ errMsg: 'no' });
    expect(given.fail).not.toHaveBeenCalled();
    expect(names()).toEqual(['failed']);
  });

  test('of a function, which gives them anew, are', () => {
    const { host, last } = taskHost();
    const given = settings();
    opening(host, () => ({ url: 'wss://server', ...given }), { isFirst: false, retries: 2 });
    last().params.success({});
    expect(given.success).toHaveBeenCalledOnce();
  });

  test('a fail after success is a failure all the same', () => {
    const { host, last } = taskHost();
    const { names } = opening(host);
    last().params.success({});
    last().params.fail({ errMsg: 'connectSocket:fail timeout' });
    expect(names()).toEqual(['failed']);
  });

  test('complete follows a fail, once', () => {
    const { host, last } = taskHost();
    const given = settings();
    opening(host, { url: 'wss://server', ...given });
    last().params.fail({ errMsg: 'no' });
    last().params.complete({ errMsg: 'no' });
    expect(given.fail).toHaveBeenCalledExactlyOnceWith({ errMsg: 'no' });
    expect(given.complete).toHaveBeenCalledExactlyOnceWith({ errMsg: 'no' });
  });

  test('that throw are reported, and change nothing', () => {
    const { host, last } = taskHost();
    const { heard } = opening(host, { url: 'wss://server', success: broken('user') });
    last().params.success({});
    expect(heard).toEqual([]);
    expectReported('user');
  });
});

describe('params that give no object', () => {
  test.each([
    ['throws', broken('token'), new Error('token')],
    ['rejects', () => Promise.reject(new Error('token')), new Error('token')],
    ['returns nothing', () => undefined, new TypeError('mde-websocket: params() must be an object, got undefined')],
    [
      'promises text',
      () => Promise.resolve('wss://x'),
      new TypeError('mde-websocket: params() must be an object, got string'),
    ],
  ])('a function that %s is an attempt that lacked its params', async (_, params, error) => {
    const { host, sockets } = taskHost();
    const { heard } = opening(host, params);
    await turn();
    expect(heard).toEqual([['failed: params', error]]);
    expect(sockets).toHaveLength(0);
  });

  test('a host that fails later is not taken for that', async () => {
    const { heard } = opening({ connectSocket: broken('host') }, () => Promise.resolve({}));
    await turn();
    expect(heard).toEqual([['failed', new Error('host')]]);
  });
});
