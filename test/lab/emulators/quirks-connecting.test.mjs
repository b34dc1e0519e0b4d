// @ts-check
/** What newer runtimes do with `connectSocket`, one quirk at a time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alipay, baidu, memoryTransport, mpx, wechat } from '../../../lab/emulators/index.mjs';
import { connected, listen, recorder, tick } from './support.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const single = { multiple: false };

describe('one socket too many', () => {
  const second = async (/** @type {any} */ quirks) => {
    const made = connected(wechat, { maxSockets: 1, ...quirks });
    await tick();
    made.heard.calls.length = 0;
    const task = made.connect();
    await tick(10_000);
    return { ...made, task };
  };

  it('gets success and then an error event', async () => {
    const { heard, emulator } = await second({ limitAnswer: 'error after success' });
    expect(heard.names()).toEqual(['connect success', 'connect complete', 'error']);
    expect(heard.last()).toEqual(['error', { errMsg: 'fail:max connected' }]);
    expect(emulator.counts()).toMatchObject({ live: 1, peak: 1 });
  });

  it('gets neither callback nor event, but a task', async () => {
    const { heard, task, emulator } = await second({ limitAnswer: 'nothing' });
    expect(heard.calls).toEqual([]);
    expect(task.onOpen).toBeTypeOf('function');
    expect(emulator.counts().pendingCalls).toBe(0);
  });

  it('is told by the number of an existing socket on Alipay', async () => {
    const { connect, heard } = connected(alipay, { maxSockets: 2, limitError: 3 });
    connect();
    connect();
    await tick();
    expect(heard.calls).toContainEqual(['connect fail', { error: 3, errorMessage: 'connectSocket: limit' }]);
  });

  it('is told by errno alone on Baidu', async () => {
    const { connect, heard } = connected(baidu, { maxSockets: 1, limitErrno: true });
    connect();
    await tick();
    expect(heard.calls).toContainEqual(['connect fail', { errno: '1' }]);
  });
});

describe('a slot', () => {
  const closing = async (/** @type {any} */ quirks) => {
    const made = connected(wechat, { maxSockets: 1, closeDelay: 100, ...quirks });
    await tick();
    made.transport.last().open();
    made.task.close({});
    made.heard.calls.length = 0;
    made.connect();
    await tick();
    return made;
  };

  it('is free when close() is called', async () => {
    expect((await closing({})).heard.names()).toContain('connect success');
  });

  it('is held until the close event', async () => {
    const { heard, connect } = await closing({ slotUntilClosed: true });
    expect(heard.names()).toContain('connect fail');
    await tick(100);
    expect(heard.names()).toContain('close');
    connect();
    await tick();
    expect(heard.names()).toContain('connect success');
  });

  it('is free after a loss that reports an error alone', async () => {
    const { transport, heard, connect } = connected(wechat, {
      maxSockets: 1,
      slotUntilClosed: true,
      lossEvents: 'error',
    });
    await tick();
    transport.last().open();
    transport.last().break();
    connect();
    await tick();
    expect(heard.names().filter((name) => name === 'connect success')).toHaveLength(2);
  });
});

it('tells the reason of a refusal as an error event after success', async () => {
  const { heard, task } = connected(wechat, { connectFails: 'url not in domain list', failsAfterSuccess: true });
  expect(task.onError).toBeTypeOf('function');
  await tick();
  expect(heard.calls.map(([name, payload]) => [name, payload?.errMsg])).toEqual([
    ['connect success', 'connectSocket:ok'],
    ['connect complete', 'connectSocket:ok'],
    ['error', 'url not in domain list'],
  ]);
});

it('reports a timeout as a close without code where every other failure is an error', async () => {
  const quirks = { refusedEvents: 'error', timeoutEvents: 'close' };
  const slow = connected(wechat, { ...quirks, connectLimit: 1000 });
  const refused = connected(wechat, quirks);
  await tick();
  refused.transport.last().break();
  await tick(1000);
  expect(slow.heard.calls.slice(2)).toEqual([['close', { reason: 'timeout' }]]);
  expect(refused.heard.names().slice(2)).toEqual(['error']);
});

describe('a second connect of the one socket', () => {
  const secondConnect = 'refuse if open';

  it('is refused while the first is open', async () => {
    const { transport, connect, heard } = connected(alipay, { secondConnect }, single);
    await tick();
    transport.last().open();
    connect();
    await tick();
    expect(heard.calls).toContainEqual(['connect fail', expect.objectContaining({ error: 3 })]);
    expect(transport.connections).toHaveLength(1);
  });

  it('goes through while the first is connecting, which is closed', async () => {
    const { transport, connect, emulator } = connected(alipay, { secondConnect }, single);
    await tick();
    connect();
    await tick();
    expect(transport.connections).toHaveLength(2);
    expect(transport.connections[0].closed).toBeDefined();
    expect(emulator.counts().live).toBe(1);
  });
});

describe('two connects in one millisecond', () => {
  it('share an id, and the earlier hears nothing', async () => {
    const { transport, heard, emulator, connect } = connected(wechat, { sharesIds: true });
    connect();
    await tick();
    heard.calls.length = 0;
    for (const connection of transport.connections) connection.open();
    expect(heard.names()).toEqual(['open']);
    expect(emulator.counts().open).toBe(2);
  });

  it('are two sockets a millisecond apart', async () => {
    const { transport, heard, connect } = connected(wechat, { sharesIds: true });
    await tick(1);
    connect();
    await tick();
    heard.calls.length = 0;
    for (const connection of transport.connections) connection.open();
    expect(heard.names()).toEqual(['open', 'open']);
  });
});

describe('mpx', () => {
  const start = (/** @type {any} */ quirks, params = {}) => {
    const { host } = mpx(wechat({ transport: memoryTransport(), quirks }));
    return host.connectSocket({ url: 'ws://server/', ...params });
  };

  it('promises the answer and keeps the task beside the promise', async () => {
    const promise = start({});
    expect(promise.__returned.onOpen).toBeTypeOf('function');
    const [result] = await Promise.all([promise, tick()]);
    expect(result).toEqual({ errMsg: 'connectSocket:ok', socketTaskId: 1 });
  });

  it.each([
    ['promise.socketTask', 'socketTask', true],
    ['result.__returned', '__returned', false],
    ['result.socketTask', 'socketTask', false],
  ])('may keep it at %s', async (promiseHolds, member, isOnPromise) => {
    const promise = start({ promiseHolds });
    const [result] = await Promise.all([promise, tick()]);
    expect((isOnPromise ? promise : result)[member].onOpen).toBeTypeOf('function');
    expect((isOnPromise ? result : promise)[member]).toBeUndefined();
  });

  it('may keep it nowhere', async () => {
    const promise = start({ promiseHolds: 'nothing' });
    const [result] = await Promise.all([promise, tick()]);
    expect([...Object.values(promise), ...Object.values(result)].filter((one) => typeof one === 'object')).toEqual([]);
  });

  it('gives the task to a caller that says usePromise: false', () => {
    expect(start({}, { usePromise: false }).onOpen).toBeTypeOf('function');
  });

  it('rejects and calls fail as well', async () => {
    const seen = recorder();
    start({ connectFails: 'no' }, seen.callbacks('connect')).catch(seen.to('rejected'));
    await tick();
    expect(seen.names()).toEqual(expect.arrayContaining(['connect fail', 'rejected']));
  });
});

it('answers success to a close of nothing', async () => {
  const { emulator, heard } = connected(alipay, { emptyCloseSucceeds: true, connectFails: 'no' }, single);
  await tick();
  listen(emulator.host);
  emulator.host.closeSocket(heard.callbacks('close'));
  await tick();
  expect(heard.names()).toContain('close success');
});
