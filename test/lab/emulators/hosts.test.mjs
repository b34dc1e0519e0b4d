// @ts-check
/** The hosts that were added to wx, my and swan: what each has of its own. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOSTS, memoryTransport } from '../../../lab/emulators/index.mjs';
import { SUBJECTS } from '../../../lab/subjects.mjs';
import { connected, listen, tick } from './support.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const bytes = new Uint8Array([1, 2]).buffer;

/** A host with one of its variants. @param {string} host */
function hostNamed(host) {
  const found = SUBJECTS.find((subject) => subject.host === host);
  if (!found) throw new RangeError(`no host "${host}"`);
  return found.make;
}

describe.each([
  ['qq', 'qq'],
  ['kuaishou', 'ks'],
  ['xiaohongshu', 'xhs'],
  ['harmony', 'has'],
  ['minigame', 'wx'],
  ['douyin', 'tt'],
])('%s', (name, global) => {
  it(`is ${global}, gives a task at once and carries text and bytes`, async () => {
    const { transport, emulator, task, heard } = connected(HOSTS[name]);
    expect(emulator.globals).toEqual({ [global]: emulator.host });
    expect(Object.keys(emulator.host).filter((method) => method.startsWith('offSocket'))).toEqual([]);
    await tick();
    transport.last().open();
    task.send({ data: bytes, ...heard.callbacks('send') });
    transport.last().message(bytes);
    await tick();
    expect(heard.names()).toEqual(expect.arrayContaining(['connect success', 'open', 'message', 'send success']));
    expect(transport.last().sent).toEqual([bytes]);
  });

  it('takes five sockets', async () => {
    const { connect, emulator, heard } = connected(HOSTS[name]);
    for (let more = 0; more < 5; more += 1) connect();
    await tick();
    expect(heard.names().filter((one) => one === 'connect fail')).toHaveLength(1);
    expect(emulator.counts().live).toBe(5);
  });
});

describe('mini games', () => {
  it.each(['minigame', 'universal, qq game'])('%s: onShow and onHide, and no onAppShow', (host) => {
    const { host: game } = hostNamed(host)({ transport: memoryTransport() });
    expect(Object.keys(game)).toEqual(expect.arrayContaining(['onShow', 'offShow', 'onHide', 'offHide']));
    expect(Object.keys(game).filter((method) => /App/.test(method))).toEqual([]);
  });
});

describe('douyin', () => {
  it('gives a task without onError on Feishu', async () => {
    const { host } = hostNamed('douyin, Feishu')({ transport: memoryTransport() });
    const task = host.connectSocket({ url: 'ws://server/' });
    expect(task.onError).toBeUndefined();
    expect(task.onClose).toBeTypeOf('function');
  });

  it('tells neither code nor reason below 1.81.0', async () => {
    const { transport, heard } = connected(hostNamed('douyin, below 1.81.0'));
    await tick();
    transport.last().open();
    transport.last().end(4001, 'token');
    expect(heard.last()).toEqual(['close', { errMsg: 'onSocketClose:ok' }]);
  });

  it('calls the same onAppShow listener as often as it was registered', () => {
    const { emulator, heard } = connected(HOSTS.douyin);
    const show = heard.to('show');
    emulator.host.onAppShow(show);
    emulator.host.onAppShow(show);
    emulator.foreground();
    expect(heard.names().filter((name) => name === 'show')).toHaveLength(2);
  });
});

describe('qq on Android', () => {
  it('tells a timeout by a close without code, and everything else by an error alone', async () => {
    const { transport, heard } = connected(hostNamed('qq, Android'));
    await tick(60_000);
    expect(heard.last()).toEqual(['close', { reason: 'timeout' }]);
    const other = connected(hostNamed('qq, Android'));
    await tick();
    other.transport.last().open();
    other.transport.last().break();
    expect(other.heard.names().slice(3)).toEqual(['error']);
    expect(transport.connections).toHaveLength(1);
  });
});

describe('dd', () => {
  it('returns nothing, and its events are on dd, which can be listened to no more', async () => {
    const { transport, emulator, task } = connected(HOSTS.dingtalk);
    const heard = listen(emulator.host);
    expect(task).toBeUndefined();
    await tick();
    transport.last().open();
    transport.last().message(bytes);
    expect(heard.last()).toEqual(['message', { data: 'AQI=', isBuffer: true }]);
    const late = heard.to('late');
    emulator.host.onSocketMessage(late);
    emulator.host.offSocketMessage(late);
    transport.last().message('text');
    expect(heard.last()).toEqual(['message', { data: 'text', isBuffer: false }]);
  });

  it('closes the socket that there is for a second one', async () => {
    const { transport, emulator, connect } = connected(HOSTS.dingtalk);
    const heard = listen(emulator.host);
    await tick();
    transport.last().open();
    connect();
    await tick();
    expect(transport.connections[0].closed).toBeDefined();
    expect(heard.last()).toEqual(['close', {}]);
    transport.last().open();
    expect(emulator.counts()).toMatchObject({ live: 1, peak: 1, open: 1 });
  });

  it('takes bytes as base64 beside isBuffer, and no others', async () => {
    const { transport, emulator, heard } = connected(HOSTS.dingtalk);
    await tick();
    transport.last().open();
    emulator.host.sendSocketMessage({ data: 'AQI=', isBuffer: true });
    emulator.host.sendSocketMessage({ data: bytes, ...heard.callbacks('send') });
    await tick();
    expect(transport.last().sent).toEqual([bytes]);
    expect(heard.calls).toContainEqual(['send fail', { error: 2, errorMessage: 'sendSocketMessage: bad data' }]);
  });

  it('has error numbers of its own, and a close without code', async () => {
    const { transport, emulator, heard } = connected(HOSTS.dingtalk);
    emulator.host.sendSocketMessage({ data: 'early', ...heard.callbacks('send') });
    await tick();
    expect(heard.calls).toContainEqual(['send fail', expect.objectContaining({ error: 10 })]);
    transport.last().open();
    emulator.host.closeSocket({ code: 4001, reason: 'bye', ...heard.callbacks('close') });
    await tick();
    expect(transport.last().closed).toEqual({ code: 1000, reason: '' });
    expect(heard.names()).toContain('close success');
  });
});

it('every bundle of an own host is met by that host under the name that it calls', () => {
  for (const { global, isGiven, make } of SUBJECTS) {
    if (isGiven || !global) continue;
    expect(Object.keys(make({ transport: memoryTransport() }).globals)).toEqual([global]);
  }
});
