// @ts-check
/** What events of newer runtimes carry and when they come, one quirk at a time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alipay, memoryTransport, taro, wechat } from '../../../lab/emulators/index.mjs';
import { connected, listen, recorder, tick } from './support.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const single = { multiple: false };
const bytes = new Uint8Array([1, 2]).buffer;

/** @param {(options: any) => any} make @param {Record<string, any>} quirks @param {any} [params] */
async function opened(make, quirks, params) {
  const made = connected(make, quirks, params);
  await tick();
  made.transport.last().open();
  made.heard.calls.length = 0;
  return made;
}

it('reports the close before its error', async () => {
  const { transport, heard } = await opened(wechat, { lossEvents: 'error-close', errorDelay: 1 });
  transport.last().break();
  expect(heard.names()).toEqual(['close']);
  await tick(1);
  expect(heard.names()).toEqual(['close', 'error']);
});

it.each([
  ['undefined', undefined],
  ['none', {}],
  ['reason only', { reason: 'network down' }],
  ['code 0', { code: 0, reason: '' }],
  ['always 1006', { code: 1006, reason: '' }],
])('a close may carry %s', async (closePayload, expected) => {
  const { transport, heard } = await opened(wechat, { closePayload });
  transport.last().break('network down');
  expect(heard.calls).toEqual([['close', expected]]);
});

it.each([
  ['code 0', { code: 4401, reason: 'token' }],
  ['always 1006', { code: 1006, reason: '' }],
])("a server's own code arrives with %s as %o", async (closePayload, expected) => {
  const { transport, heard } = await opened(wechat, { closePayload });
  transport.last().end(4401, 'token');
  expect(heard.last()).toEqual(['close', expected]);
});

it('a close in the background may carry no code', async () => {
  const { emulator, heard } = await opened(wechat, { backgroundCode: -1 });
  emulator.background();
  await tick(5000);
  expect(heard.last()).toEqual(['close', { reason: 'interrupted' }]);
});

it('open and error may carry nothing', async () => {
  const { transport, heard } = connected(wechat, { emptyPayloads: true, lossEvents: 'error' });
  await tick();
  transport.last().open();
  transport.last().break();
  expect(heard.calls.slice(-2)).toEqual([
    ['open', {}],
    ['error', {}],
  ]);
});

it('bytes may arrive as a Blob', async () => {
  const { transport, heard } = await opened(wechat, { binaryIn: 'Blob' });
  transport.last().message(bytes);
  transport.last().message('text');
  const [[, { data }], text] = heard.calls;
  expect(data).toBeInstanceOf(Blob);
  expect(new Uint8Array(await data.arrayBuffer())).toEqual(new Uint8Array(bytes));
  expect(text).toEqual(['message', { data: 'text' }]);
});

it('readyState may be 3 until the socket opens, and 2 after close()', async () => {
  const { transport, task } = connected(wechat, { readyState: '3 until open', closeDelay: 50 });
  expect(task.readyState).toBe(3);
  await tick();
  expect(task.readyState).toBe(3);
  transport.last().open();
  expect(task.readyState).toBe(1);
  task.close({});
  expect(task.readyState).toBe(2);
  await tick(50);
  expect(task.readyState).toBe(3);
});

it('a task may have no onError', () => {
  const { host } = wechat({ transport: memoryTransport(), quirks: { taskErrors: false } });
  expect(Object.keys(host.connectSocket({ url: 'ws://server/' })).sort()).toEqual([
    'close',
    'onClose',
    'onMessage',
    'onOpen',
    'send',
  ]);
});

describe("Alipay's own container", () => {
  it('nests messages of the one socket, closes without payload, and tells errors as a number', async () => {
    const quirks = { nestsSingle: true, closePayload: 'undefined', bareErrors: true, lossEvents: 'error-close' };
    const { transport, emulator, heard } = await opened(alipay, quirks, single);
    const line = listen(emulator.host);
    transport.last().message('hi');
    emulator.host.sendSocketMessage({ data: bytes, ...heard.callbacks('send') });
    await tick();
    transport.last().break();
    expect(line.calls).toEqual([
      ['message', { data: { data: 'hi', isBuffer: false } }],
      ['error', { error: 1 }],
      ['close', undefined],
    ]);
    expect(heard.calls[0]).toEqual(['send fail', { error: 2 }]);
  });

  it('tells no more of a task', async () => {
    const quirks = { nesting: 'data', closePayload: 'undefined', bareErrors: true, lossEvents: 'error-close' };
    const { transport, heard } = await opened(alipay, quirks, { multiple: true });
    transport.last().break();
    expect(heard.calls).toEqual([
      ['error', { error: 1 }],
      ['close', { data: { socketTaskID: 1 } }],
    ]);
  });
});

describe('off*', () => {
  it.each(['throws', 'does nothing'])('%s', async (offWorks) => {
    const { emulator, transport } = await opened(alipay, { offWorks }, single);
    const heard = listen(emulator.host);
    const listener = heard.to('mine');
    emulator.host.onSocketMessage(listener);
    const off = () => emulator.host.offSocketMessage(listener);
    if (offWorks === 'throws') expect(off).toThrow('the host threw');
    else off();
    transport.last().message('hi');
    expect(heard.names()).toEqual(['message', 'mine']);
  });
});

describe('Taro around Alipay', () => {
  /** @param {any} params */
  const start = async (params) => {
    const inner = alipay({ transport: memoryTransport() });
    const [task] = await Promise.all([taro(inner).host.connectSocket({ url: 'ws://server/', ...params }), tick()]);
    return { inner, task, transport: /** @type {any} */ (inner) };
  };

  it.each([true, false])('puts the global calls over the task, multiple: %s', async (multiple) => {
    const { inner, task } = await start({ multiple });
    task.onOpen(() => {});
    expect(inner.listeners('others').map(({ type }) => type)).toEqual(['socket open']);
    expect(Object.keys(task).sort()).toEqual(
      expect.arrayContaining(['close', 'onClose', 'onError', 'onMessage', 'onOpen', 'send']),
    );
  });

  it("leaves the task's own methods on its prototype, where they work", async () => {
    const { inner, task } = await start({ multiple: true });
    const heard = recorder();
    const { onOpen, close } = Object.getPrototypeOf(task);
    onOpen.call(task, heard.to('open'));
    expect(inner.listeners('others')).toEqual([]);
    close.call(task, {});
    await tick();
    expect(inner.counts().live).toBe(0);
  });
});
