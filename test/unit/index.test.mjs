// @ts-check
import { describe, expect, test, vi } from 'vitest';
import defaultExport, * as api from '../../build/universal/index';
import { MacrotaskPromise } from '../../lab/emulators/index.mjs';
import { useFakeClock } from './clock.mjs';
import { createSocket, taskHost } from './hosts.mjs';
import { load } from './programs.mjs';

useFakeClock();

const params = { url: 'wss://server' };
const { MdeWebsocket } = api;

/** A host that opens, speaks and closes before anyone can have set a handler. */
function hastyHost() {
  const socket = createSocket();
  const on = socket.task.onClose;
  socket.task.onClose = (/** @type {any} */ listener) => {
    on(listener);
    socket.emit('Open', {});
    socket.emit('Message', { data: 'first' });
    socket.emit('Close', { code: 4401 });
  };
  return { connectSocket: () => socket.task };
}
const everything = ['open', 'message', 'close', 'reconnect'];

/** Sets every hook of a task. @param {any} task @param {string[]} heard */
function listen(task, heard) {
  for (const type of everything) {
    task[`on${type[0].toUpperCase()}${type.slice(1)}`] = () => void heard.push(type);
  }
}

describe('the promise', () => {
  test('is fulfilled with the task, which is connecting; it does not wait for the connection', async () => {
    const { host, sockets } = taskHost();
    const promise = MdeWebsocket({ platform: host, params });
    expect(sockets).toHaveLength(1);
    expect((await promise).state).toBe('connecting');
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('host');
      },
    ],
    ['returns nothing', () => {}],
    ['rejects', () => Promise.reject(new Error('host'))],
    ['calls fail', (/** @type {any} */ { fail }) => fail({ errMsg: 'no' })],
  ])('is not rejected by a host that %s: that is an attempt that ended', async (_, connectSocket) => {
    const task = await MdeWebsocket({ platform: { connectSocket }, params });
    const closes = vi.fn();
    task.onClose = closes;
    await vi.advanceTimersByTimeAsync(200);
    expect(closes).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 1006, willReconnect: true }));
    task.close();
  });

  test('is not rejected by params() that throws', async () => {
    const { host } = taskHost();
    const task = await MdeWebsocket({
      platform: host,
      params: () => {
        throw new Error('token');
      },
    });
    expect(task.state).toBe('connecting');
    task.close();
  });

  test.each([
    ['no options', undefined, 'params'],
    ['no params', { platform: taskHost().host }, 'params'],
    ['no platform', { params }, 'platform'],
    ['a platform without connectSocket', { params, platform: {} }, 'platform'],
    ['an ill-typed option', { params, platform: taskHost().host, pingTimeout: '5' }, 'pingTimeout'],
  ])('is rejected, never thrown, for %s', async (_, options, name) => {
    const promise = MdeWebsocket(/** @type {any} */ (options));
    await expect(promise).rejects.toThrow(TypeError);
    await expect(promise).rejects.toThrow(`mde-websocket: ${name} must be `);
  });
});

describe('no event is lost before handlers are set', () => {
  test('in .then()', async () => {
    /** @type {string[]} */
    const heard = [];
    await MdeWebsocket({ platform: hastyHost(), params }).then((task) => listen(task, heard));
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual(everything);
  });

  test('after await', async () => {
    /** @type {string[]} */
    const heard = [];
    listen(await MdeWebsocket({ platform: hastyHost(), params }), heard);
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual(everything);
  });

  test('after await of an async function that returns the promise', async () => {
    /** @type {string[]} */
    const heard = [];
    const connect = async () => MdeWebsocket({ platform: hastyHost(), params });
    listen(await connect(), heard);
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual(everything);
  });

  test('where Promise is a polyfill on setTimeout, as on old iOS', async () => {
    /** @type {string[]} */
    const heard = [];
    vi.stubGlobal('Promise', MacrotaskPromise);
    MdeWebsocket({ platform: hastyHost(), params }).then((task) => listen(task, heard));
    vi.unstubAllGlobals();
    await vi.advanceTimersByTimeAsync(20);
    expect(heard).toEqual(everything);
  });

  test('when only one kind is handled, those before it wait for nobody', async () => {
    const task = await MdeWebsocket({ platform: hastyHost(), params });
    const onClose = vi.fn();
    task.onClose = onClose;
    await vi.advanceTimersByTimeAsync(0);
    expect(onClose).toHaveBeenCalledOnce();
    task.close();
  });
});

test('a handler set much later hears what happens from then on', async () => {
  const { host, last } = taskHost();
  const task = await MdeWebsocket({ platform: host, params });
  await vi.advanceTimersByTimeAsync(0);
  last().emit('Open');
  const onOpen = vi.fn();
  const onMessage = vi.fn();
  Object.assign(task, { onOpen, onMessage });
  last().emit('Message', { data: 'x' });
  expect(onOpen).not.toHaveBeenCalled();
  expect(onMessage).toHaveBeenCalledOnce();
});

test('a task closed at once tells its close to whoever set a handler by then', async () => {
  const { host } = taskHost();
  const task = await MdeWebsocket({ platform: host, params });
  const onClose = vi.fn();
  task.onClose = onClose;
  task.close();
  expect(onClose).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ cause: 'user', wasOpen: false }));
});

test('a task closed before there was a handler tells nothing afterwards', async () => {
  const task = await MdeWebsocket({ platform: hastyHost(), params });
  /** @type {string[]} */
  const heard = [];
  task.close();
  listen(task, heard);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual([]);
});

describe('the module', () => {
  test('exports the function twice, VERSION and backoff, and nothing else', () => {
    expect(defaultExport).toBe(MdeWebsocket);
    expect(Object.keys(api).sort()).toEqual(['MdeWebsocket', 'VERSION', 'backoff', 'default']);
    expect(api.VERSION).toEqual(expect.any(String));
  });

  test.each(/** @type {const} */ (['wechat', 'alipay', 'baidu']))(
    'of %s is imported where there is no host',
    async (program) => {
      const { MdeWebsocket } = await load(program, 'index');
      await expect(MdeWebsocket({ params })).rejects.toThrow(
        /__GLOBAL__.connectSocket is missing: this is the build for __TITLE__/,
      );
    },
  );

  test('of WeChat connects by the wx of the moment', async () => {
    const { MdeWebsocket } = await load('wechat', 'index');
    const { host, last } = taskHost();
    vi.stubGlobal('wx', host);
    const task = await MdeWebsocket({ params });
    last().emit('Open');
    expect(task.state).toBe('open');
    task.close();
  });
});
