// @ts-check
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MacrotaskPromise, memoryTransport, taro, uni, wechat } from '../../../lab/emulators/index.mjs';
import { quirkSet } from '../../../lab/emulators/quirks.mjs';
import { createThread } from '../../../lab/emulators/thread.mjs';
import { connected, recorder, tick } from './support.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('background', () => {
  it.each([
    ['close', ['close']],
    ['silent', []],
  ])('cuts every link after 5 s: %s', async (backgroundLoss, expected) => {
    const { transport, emulator, heard } = connected(wechat, { backgroundLoss });
    await tick();
    transport.last().open();
    emulator.background();
    await tick(4999);
    expect(emulator.counts().open).toBe(1);
    await tick(1);
    expect(heard.names().slice(3)).toEqual(expected);
    expect(emulator.counts().open).toBe(0);
  });

  it('interrupts calls until the return', async () => {
    const { emulator, heard, connect } = connected(wechat);
    emulator.background();
    await tick(5000);
    connect();
    await tick();
    expect(heard.calls).toContainEqual(['connect fail', { errMsg: 'connectSocket:fail interrupted' }]);
    emulator.foreground();
    connect();
    await tick();
    expect(heard.names().filter((name) => name === 'connect success')).toHaveLength(2);
  });

  it('refuses calls from the moment of hiding, while the link lives and delivers for 5 s more', async () => {
    const { transport, emulator, task, heard, connect } = connected(wechat, { refusesAtHide: true });
    await tick();
    transport.last().open();
    emulator.background();
    task.send({ data: 'hidden', ...heard.callbacks('send') });
    task.close(heard.callbacks('close'));
    connect();
    await tick();
    expect(heard.calls).toEqual(
      expect.arrayContaining([
        ['send fail', { errMsg: 'SocketTask.send:fail interrupted' }],
        ['close fail', { errMsg: 'SocketTask.close:fail interrupted' }],
        ['connect fail', { errMsg: 'connectSocket:fail interrupted' }],
      ]),
    );
    transport.last().message('still here');
    expect(heard.last()).toEqual(['message', { data: 'still here' }]);
    expect(emulator.counts()).toMatchObject({ live: 1, open: 1 });
    await tick(5000);
    expect(heard.last()[0]).toBe('close');
  });

  it('leaves a link alive whose close it refused, if it does not cut links', async () => {
    const { transport, emulator, task } = connected(wechat, { backgroundLoss: 'none' });
    await tick();
    transport.last().open();
    emulator.background();
    await tick(5000);
    task.close({});
    await tick();
    expect(emulator.counts()).toMatchObject({ live: 1, open: 1 });
    emulator.foreground();
    task.close({});
    await tick();
    expect(emulator.counts().open).toBe(0);
  });

  it('keeps the links of a visit shorter than 5 s', async () => {
    const { transport, emulator } = connected(wechat);
    await tick();
    transport.last().open();
    emulator.background();
    await tick(3000);
    emulator.foreground();
    await tick(10_000);
    expect(emulator.counts().open).toBe(1);
  });

  it('holds timers back and lets them burst on return', async () => {
    const { emulator } = connected(wechat, { backgroundFreezes: true });
    const heard = recorder();
    emulator.thread.setTimeout(heard.to('timer'), 6000);
    emulator.thread.setTimeout(heard.to('timer'), 7000);
    emulator.host.onAppShow(heard.to('show'));
    emulator.background();
    await tick(60_000);
    expect(heard.calls).toEqual([]);
    emulator.foreground();
    expect(heard.names()).toEqual(['timer', 'timer', 'show']);
  });
});

describe('the thread', () => {
  it('counts pending timers and forgets fired and cleared ones', async () => {
    const thread = createThread();
    const kept = thread.setTimeout(() => {}, 50);
    thread.setTimeout(() => {}, 10);
    expect(thread.pending()).toEqual([50, 10]);
    await tick(10);
    expect(thread.pending()).toEqual([50]);
    thread.clearTimeout(kept);
    expect(thread.pending()).toEqual([]);
    expect(thread.timerCalls()).toBe(3);
  });

  it('keeps what a timer or a callback threw', async () => {
    const thread = createThread();
    const fail = () => {
      throw new Error('mine');
    };
    thread.run(fail);
    thread.setTimeout(fail, 0);
    await tick();
    expect(thread.errors.map(({ where }) => where)).toEqual(['callback', 'timer']);
  });

  it('refuses code as text', () => {
    expect(() => createThread().setTimeout(/** @type {any} */ ('code'))).toThrow(/takes a function, not string/);
  });
});

describe('network', () => {
  it('tells the program and breaks the links, noticed or not', async () => {
    const noticed = connected(wechat);
    const unnoticed = connected(wechat);
    await tick();
    for (const { transport } of [noticed, unnoticed]) transport.last().open();
    noticed.emulator.host.onNetworkStatusChange(noticed.heard.to('network'));
    noticed.emulator.network(false, { cut: 'noticed' });
    unnoticed.emulator.network(false, { cut: 'unnoticed' });
    expect(noticed.heard.calls.slice(-2)).toEqual([
      ['close', { code: 1006, reason: 'abnormal closure' }],
      ['network', { isConnected: false, networkType: 'none' }],
    ]);
    expect(unnoticed.heard.names()).not.toContain('close');
  });
});

describe('events of the application', () => {
  it('are called onShow and onHide in a mini game', () => {
    const { emulator, heard } = connected(wechat, { appNames: 'onShow' });
    const { host } = emulator;
    expect(Object.keys(host).filter((name) => /Show|Hide/.test(name))).toEqual([
      'onShow',
      'offShow',
      'onHide',
      'offHide',
    ]);
    const show = heard.to('show');
    host.onShow(show);
    host.onHide(heard.to('hide'));
    emulator.background();
    emulator.foreground();
    host.offShow(show);
    emulator.foreground();
    expect(heard.names()).toEqual(['hide', 'show']);
  });

  it('may say that there is a network when it goes', () => {
    const { emulator, heard } = connected(wechat, { networkLies: true });
    emulator.host.onNetworkStatusChange(heard.to('network'));
    emulator.network(false);
    expect(heard.last()).toEqual(['network', { isConnected: true, networkType: 'wifi' }]);
  });
});

describe('frameworks', () => {
  const start = (/** @type {any} */ quirks) => {
    const transport = memoryTransport();
    return { transport, emulator: wechat({ transport, quirks }) };
  };

  it('Taro gives the task after success, late, or never', async () => {
    const seen = recorder();
    for (const promiseSettles of ['on success', 'late', 'never']) {
      const { host } = taro(start({ promiseSettles }).emulator);
      host.connectSocket({ url: 'ws://server/' }).then(seen.to(promiseSettles));
    }
    await tick();
    expect(seen.names()).toEqual(['on success']);
    expect(seen.calls[0][1]).toMatchObject({ socketTaskId: 1, onOpen: expect.any(Function) });
    await tick(10_000);
    expect(seen.names()).toEqual(['on success', 'late']);
  });

  it('Taro rejects and calls fail as well', async () => {
    const { host } = taro(start({ connectFails: 'no' }).emulator);
    const seen = recorder();
    host.connectSocket({ url: 'ws://server/', ...seen.callbacks('connect') }).catch(seen.to('rejected'));
    await tick();
    expect(seen.names()).toEqual(expect.arrayContaining(['connect fail', 'rejected']));
  });

  it('uni gives the task only to a caller with a callback', async () => {
    const { host } = uni(start({}).emulator);
    expect(host.connectSocket({ url: 'ws://server/', success() {} }).onOpen).toBeTypeOf('function');
    expect(await Promise.all([host.connectSocket({ url: 'ws://server/' }), tick()])).toMatchObject([
      { errMsg: 'connectSocket:ok' },
      {},
    ]);
  });

  it('the old Promise runs `then` in a macrotask', async () => {
    const order = recorder();
    new MacrotaskPromise((/** @type {any} */ resolve) => resolve()).then(order.to('then'));
    await Promise.resolve().then(order.to('microtask'));
    expect(order.names()).toEqual(['microtask']);
    await tick();
    expect(order.names()).toEqual(['microtask', 'then']);
  });
});

describe('quirks', () => {
  it('names a misspelt or ill-typed switch', () => {
    expect(() => quirkSet({ deafclose: true })).toThrow(/no quirk "deafclose"/);
    expect(() => quirkSet({ lossEvents: 'sometimes' })).toThrow(/takes error \| close/);
    expect(() => quirkSet({ closeDelay: true })).toThrow(/takes number, not true/);
    expect(() => Object.assign(quirkSet(), { deafclose: true })).toThrow(TypeError);
  });
});
