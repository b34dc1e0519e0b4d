// @ts-check
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { baidu, douyin, wechat } from '../../../lab/emulators/index.mjs';
import { connected, tick } from './support.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('wx', () => {
  it('answers success before open', async () => {
    const { transport, heard } = connected(wechat);
    expect(transport.connections).toHaveLength(0);
    await tick();
    transport.last().open();
    expect(heard.names()).toStrictEqual(['connect success', 'connect complete', 'open']);
    expect(heard.calls[0][1]).toStrictEqual({ errMsg: 'connectSocket:ok', socketTaskId: 1 });
  });

  it('has no off* for sockets and no readyState', () => {
    const { emulator, task } = connected(wechat);
    expect(Object.keys(task).sort()).toStrictEqual(['close', 'onClose', 'onError', 'onMessage', 'onOpen', 'send']);
    expect(Object.keys(emulator.host).filter((name) => name.startsWith('offSocket'))).toStrictEqual([]);
  });

  it('fails a send before open with its own words', async () => {
    const { task, heard } = connected(wechat);
    task.send({ data: 'early', ...heard.callbacks('send') });
    expect(heard.names()).not.toContain('send fail');
    await tick();
    expect(heard.calls).toContainEqual([
      'send fail',
      { errMsg: 'SocketTask.send:fail SocketTask.readyState is not OPEN' },
    ]);
    expect(heard.names()).toContain('send complete');
  });

  it('lets listeners accumulate', async () => {
    const { transport, task, heard } = connected(wechat);
    task.onOpen(heard.to('second'));
    await tick();
    transport.last().open();
    expect(heard.names().slice(-2)).toStrictEqual(['open', 'second']);
  });

  it('refuses the sixth socket with the literal text', async () => {
    const { connect, heard, emulator } = connected(wechat);
    for (let more = 0; more < 5; more += 1) connect();
    await tick();
    const text = 'connectSocket:fail fail reach max websocket connect count 5';
    expect(heard.calls).toContainEqual(['connect fail', { errMsg: text }]);
    expect(emulator.counts()).toMatchObject({ live: 5, peak: 5 });
  });

  it('refuses views and unlawful close codes', async () => {
    const { transport, task, heard } = connected(wechat);
    await tick();
    transport.last().open();
    task.send({ data: new Uint8Array(2), ...heard.callbacks('send') });
    task.close({ code: 1001, ...heard.callbacks('close') });
    await tick();
    expect(heard.names()).toStrictEqual(expect.arrayContaining(['send fail', 'close fail']));
    expect(transport.last()).toMatchObject({ sent: [], closed: undefined });
  });

  it('throws when a method is called off its host', () => {
    const { emulator, task } = connected(wechat);
    const { connectSocket } = emulator.host;
    const { send } = task;
    expect(() => connectSocket({ url: 'ws://server/' })).toThrow(/off wx/);
    expect(() => send({ data: 'x' })).toThrow(/off SocketTask/);
  });

  it.each([
    ['error', ['error']],
    ['close', ['close']],
    ['error-close', ['error', 'close']],
    ['close-error', ['close', 'error']],
    ['none', []],
  ])('reports a loss as %s', async (lossEvents, expected) => {
    const { transport, heard } = connected(wechat, { lossEvents });
    await tick();
    transport.last().open();
    transport.last().break();
    expect(heard.names().slice(3)).toStrictEqual(expected);
  });

  it('says everything twice on request', async () => {
    const { transport, heard } = connected(wechat, { duplicateEvents: true });
    await tick();
    transport.last().open();
    transport.last().end(4000, 'bye');
    expect(heard.names().slice(2)).toStrictEqual(['open', 'open', 'close', 'close']);
  });

  it('is deaf to close, or late, or goes on talking', async () => {
    const deaf = connected(wechat, { deafClose: true });
    const late = connected(wechat, { closeDelay: 700 });
    const ghost = connected(wechat, { ghostSocket: true });
    await tick();
    for (const { transport, task } of [deaf, late, ghost]) {
      transport.last().open();
      task.close({});
    }
    ghost.transport.last().message('still here');
    await tick(699);
    expect(deaf.heard.names()).not.toContain('close');
    expect(late.heard.names()).not.toContain('close');
    await tick(1);
    expect(late.heard.last()).toStrictEqual(['close', { code: 1000, reason: '' }]);
    expect(ghost.heard.last()).toStrictEqual(['message', { data: 'still here' }]);
    expect(ghost.emulator.counts()).toMatchObject({ live: 0, open: 1 });
  });

  it('can throw, return nothing, fail at once, or never answer', async () => {
    expect(() => connected(wechat, { connectThrows: true })).toThrow(/the host threw/);
    expect(connected(wechat, { connectReturnsNothing: true }).task).toBeUndefined();
    const sync = connected(wechat, { connectFails: 'url not in domain list', connectFailsSync: true });
    expect(sync.task).toBeUndefined();
    expect(sync.heard.names()).toStrictEqual(['connect fail', 'connect complete']);
    const silent = connected(wechat, { connectIgnored: true });
    await tick(60_000);
    expect(silent.heard.calls).toStrictEqual([]);
  });
});

describe('swan', () => {
  it('fails an early send at once and leaves complete out', () => {
    const { task, heard } = connected(baidu);
    task.send({ data: 'early', ...heard.callbacks('send') });
    expect(heard.calls).toStrictEqual([
      ['send fail', expect.objectContaining({ errMsg: 'SocketTask.readyState is not OPEN' })],
    ]);
  });

  it('writes into the options and puts base64 in the place of bytes', async () => {
    const { transport, task } = connected(baidu);
    await tick();
    transport.last().open();
    const message = { data: new Uint8Array([1, 2]).buffer };
    task.send(message);
    expect(message).toStrictEqual({ data: 'AQI=', taskID: 'native', dataType: 'arrayBuffer' });
    expect(transport.last().sent).toStrictEqual([new Uint8Array([1, 2]).buffer]);
  });

  it('leaves out the payload of a failure and the argument of complete', async () => {
    const { transport, heard } = connected(baidu, { lossEvents: 'error-close' });
    await tick();
    expect(heard.calls[1]).toStrictEqual(['connect complete']);
    transport.last().open();
    transport.last().break();
    expect(heard.calls.slice(-2)).toStrictEqual([
      ['error', undefined],
      ['close', undefined],
    ]);
  });

  it('ignores a close before open', async () => {
    const { transport, task, heard } = connected(baidu);
    await tick();
    task.close({});
    transport.last().open();
    expect(heard.last()[0]).toBe('open');
    expect(task.readyState).toBe(1);
  });

  it('closes every socket with closeSocket and throws on a global send without any', () => {
    const { emulator, connect } = connected(baidu, { closeBeforeOpen: 'aborts' });
    connect();
    emulator.host.closeSocket();
    expect(emulator.counts().live).toBe(0);
    const untouched = baidu({ transport: { connect: () => expect.fail('no connect') } });
    expect(() => untouched.host.sendSocketMessage({ data: 'x' })).toThrow(TypeError);
  });
});

describe('tt', () => {
  it('gives close codes as strings', async () => {
    const { transport, heard } = connected(douyin);
    await tick();
    transport.last().open();
    transport.last().end(4001, 'token');
    expect(heard.last()).toStrictEqual(['close', { code: '4001', reason: 'token', errMsg: 'onSocketClose:ok' }]);
  });
});
