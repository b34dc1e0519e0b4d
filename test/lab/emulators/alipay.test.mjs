// @ts-check
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alipay, hostOf, memoryTransport } from '../../../lab/emulators/index.mjs';
import { connected, listen, recorder, tick } from './support.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const single = { multiple: false };
const bytes = new Uint8Array([1, 2]).buffer;

describe('my, one socket', () => {
  it('returns nothing and reports on my', async () => {
    const { transport, emulator, task } = connected(alipay, {}, single);
    const heard = listen(emulator.host);
    expect(task).toBeUndefined();
    await tick();
    transport.last().open();
    transport.last().message(bytes);
    transport.last().end(4001, 'bye');
    expect(heard.calls).toStrictEqual([
      ['open', undefined],
      ['message', { data: 'AQI=', isBuffer: true }],
      ['close', { reason: 'bye' }],
    ]);
  });

  it('fails an early send with error 10', async () => {
    const { emulator, heard } = connected(alipay, {}, single);
    emulator.host.sendSocketMessage({ data: 'early', ...heard.callbacks('send') });
    await tick();
    expect(heard.calls).toContainEqual(['send fail', { error: 10, errorMessage: expect.any(String) }]);
  });

  it('takes bytes as base64, and as ArrayBuffer only on new clients', async () => {
    const { transport, emulator, heard } = connected(alipay, {}, single);
    await tick();
    transport.last().open();
    emulator.host.sendSocketMessage({ data: 'AQI=', isBuffer: true });
    emulator.host.sendSocketMessage({ data: bytes, ...heard.callbacks('send') });
    await tick();
    expect(heard.names()).toContain('send fail');
    emulator.quirks.acceptsArrayBuffer = true;
    emulator.host.sendSocketMessage({ data: bytes });
    expect(transport.last().sent).toStrictEqual([bytes, bytes]);
  });

  it('closes the old socket for a second one, or refuses with error 3', async () => {
    const replace = connected(alipay, {}, single);
    const refuse = connected(alipay, { secondConnect: 'refuse' }, single);
    await tick();
    replace.transport.last().open();
    refuse.transport.last().open();
    replace.connect();
    refuse.connect();
    await tick();
    expect(replace.transport.connections).toHaveLength(2);
    expect(replace.transport.connections[0].closed).toStrictEqual({ code: 1000, reason: '' });
    expect(refuse.transport.connections).toHaveLength(1);
    expect(refuse.heard.calls).toContainEqual(['connect fail', expect.objectContaining({ error: 3 })]);
  });

  it('removes everybody with off() and one with off(listener)', async () => {
    const { transport, emulator } = connected(alipay, {}, single);
    const heard = recorder();
    const application = emulator.own(heard.to('application'));
    const other = heard.to('other');
    emulator.host.onSocketOpen(application);
    emulator.host.onSocketOpen(other);
    expect(emulator.counts()).toMatchObject({ listeners: 1, appListeners: 1 });
    emulator.host.offSocketOpen(other);
    expect(emulator.counts()).toMatchObject({ listeners: 0, appListeners: 1 });
    emulator.host.offSocketOpen();
    expect(emulator.counts().appListeners).toBe(0);
    await tick();
    transport.last().open();
    expect(heard.calls).toStrictEqual([]);
  });

  it('speaks to the old listeners when the old socket closes late', async () => {
    const { transport, emulator, connect } = connected(alipay, { closeDelay: 100 }, single);
    const heard = listen(emulator.host);
    await tick();
    transport.last().open();
    connect();
    await tick();
    transport.last().open();
    await tick(100);
    expect(heard.names()).toStrictEqual(['open', 'open', 'close']);
  });
});

describe('my, several sockets', () => {
  it('is what an omitted multiple means in a template project', async () => {
    const { transport, emulator, heard, task } = connected(alipay);
    const globals = listen(emulator.host);
    expect(task.offOpen).toBeTypeOf('function');
    await tick();
    transport.last().open();
    expect(heard.names()).toContain('open');
    expect(globals.calls).toStrictEqual([]);
    expect(connected(alipay, { defaultMultiple: false }).task).toBeUndefined();
  });

  it('nests payloads in data only, or on both levels', async () => {
    const inner = connected(alipay, { nesting: 'data' });
    const both = connected(alipay, { nesting: 'both' });
    await tick();
    for (const { transport } of [inner, both]) {
      transport.last().open();
      transport.last().message('hi');
    }
    const nested = { socketTaskID: 1, data: 'hi', isBuffer: false };
    expect(inner.heard.last()).toStrictEqual(['message', { data: nested }]);
    expect(both.heard.last()).toStrictEqual([
      'message',
      { socketTaskID: 1, message: 'hi', isBuffer: false, data: nested },
    ]);
  });
});

describe('a host of the first generation', () => {
  it('has one socket, wx wording and nothing to take listeners off', async () => {
    const transport = memoryTransport();
    const { host } = hostOf('jd', { emulator: 'single host', quirks: { appOff: false } })({ transport });
    const heard = listen(host);
    expect(host.connectSocket({ url: 'ws://server/' })).toBeUndefined();
    await tick();
    transport.last().open();
    transport.last().message('hi');
    expect(heard.last()).toStrictEqual(['message', { data: 'hi' }]);
    expect(Object.keys(host).filter((name) => name.startsWith('off'))).toStrictEqual([]);
  });
});
