// @ts-check
/** What newer runtimes do with send and close, one quirk at a time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alipay, taro, wechat } from '../../../lab/emulators/index.mjs';
import { connected, tick } from './support.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param {Record<string, any>} quirks */
async function opened(quirks) {
  const made = connected(wechat, quirks);
  await tick();
  made.transport.last().open();
  made.heard.calls.length = 0;
  return made;
}

describe('a call without callbacks', () => {
  const callsPromise = true;

  it('returns a promise, which is kept', async () => {
    const { task, transport } = await opened({ callsPromise });
    const [result] = await Promise.all([task.send({ data: 'hi' }), tick()]);
    expect(result).toEqual({ errMsg: 'send:ok' });
    expect(transport.last().sent).toEqual(['hi']);
  });

  it('rejects on failure for whoever takes it', async () => {
    const { task, heard, emulator } = await opened({ callsPromise });
    task
      .close({})
      .then(() => task.close({}))
      .catch(heard.to('rejected'));
    await tick(9);
    expect(heard.last()).toEqual(['rejected', { errMsg: 'SocketTask.close:fail WebSocket is not connected' }]);
    expect(emulator.thread.errors).toEqual([]);
  });

  it('is an error of the program where nobody takes the rejection', async () => {
    const { task, emulator } = connected(wechat, { callsPromise });
    task.send({ data: 'early' });
    await tick(9);
    const errMsg = 'SocketTask.send:fail SocketTask.readyState is not OPEN';
    expect(emulator.thread.errors).toEqual([{ error: { errMsg }, where: 'rejection' }]);
  });

  it('may be awaited', async () => {
    const { task, emulator } = await opened({ callsPromise, sendFails: true });
    const sending = (async () => {
      await task.send({ data: 'lost' });
    })();
    await Promise.all([expect(sending).rejects.toEqual({ errMsg: 'SocketTask.send:fail send failed' }), tick(9)]);
    expect(emulator.thread.errors).toEqual([]);
  });

  it.each(['success', 'fail', 'complete'])('returns nothing where there is %s', async (name) => {
    const { task } = await opened({ callsPromise });
    expect(task.send({ data: 'hi', [name]() {} })).toBeUndefined();
  });

  it("rejects on Taro's global calls, whatever callbacks there are", async () => {
    const { emulator, heard } = connected(alipay, { callsPromise }, { multiple: false });
    const { host } = taro(emulator);
    host.closeSocket({ code: 1, ...heard.callbacks('close') });
    host.sendSocketMessage({ data: 'early' }).catch(heard.to('rejected'));
    await tick(9);
    expect(heard.names()).toEqual(expect.arrayContaining(['close fail', 'rejected']));
    expect(emulator.thread.errors).toMatchObject([{ error: { error: 2 }, where: 'rejection' }]);
  });

  it("does so on Alipay's one socket too", async () => {
    const { emulator } = connected(alipay, { callsPromise }, { multiple: false });
    emulator.host.sendSocketMessage({ data: 'early' });
    await tick(9);
    expect(emulator.thread.errors).toMatchObject([{ error: { error: 10 }, where: 'rejection' }]);
  });
});

describe('a close that is refused', () => {
  it('closes nothing, so many times for each socket', async () => {
    const { task, heard, emulator, transport } = await opened({ closeRefusals: 2 });
    for (let time = 0; time < 2; time += 1) task.close(heard.callbacks('close'));
    await tick();
    expect(heard.names()).toEqual(['close fail', 'close complete', 'close fail', 'close complete']);
    expect(emulator.counts()).toMatchObject({ live: 1, open: 1 });
    transport.last().message('still here');
    expect(heard.last()).toEqual(['message', { data: 'still here' }]);
    task.close({});
    await tick();
    expect(heard.last()).toEqual(['close', { code: 1000, reason: '' }]);
    expect(emulator.counts().open).toBe(0);
  });

  it('is heard after the return, whatever send does in between', async () => {
    const { task, heard, emulator, transport } = await opened({ closeWantsForeground: true, backgroundLoss: 'none' });
    emulator.background();
    task.close(heard.callbacks('close'));
    task.send({ data: 'hidden' });
    await tick();
    expect(heard.names()).toContain('close fail');
    expect(transport.last().sent).toEqual(['hidden']);
    emulator.foreground();
    task.close({});
    await tick();
    expect(emulator.counts().open).toBe(0);
  });
});

it('calls fail and then success for an early send', async () => {
  const { task, heard } = connected(wechat, { earlySendSucceedsToo: true });
  task.send({ data: 'early', ...heard.callbacks('send') });
  await tick();
  const sends = heard.names().filter((name) => name.startsWith('send'));
  expect(sends).toEqual(['send fail', 'send complete', 'send success', 'send complete']);
});

it('loses code and reason of close() on the way', async () => {
  const { task, transport } = await opened({ dropsCloseOptions: true });
  task.close({ code: 4001, reason: 'bye' });
  expect(transport.last().closed).toEqual({ code: 1000, reason: '' });
});
