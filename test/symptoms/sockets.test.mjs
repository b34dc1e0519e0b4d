// @ts-check
/** What a user sees on hosts that keep their sockets in ways of their own. */
import { expect, test, vi } from 'vitest';
import { loadBundle, memoryTransport } from '../../lab/emulators/index.mjs';
import { surroundings } from '../../lab/subjects.mjs';
import { createRecorder } from '../conformance/recorder.mjs';
import { checkRigs, tick } from '../conformance/rig.mjs';
import { linkOn, subjectOn } from './world.mjs';

checkRigs();

const DEFAULT_PAUSE = 2000;

test('Alipay: a loss soon after an earlier close() is told at once', async () => {
  const { make, server, task } = await linkOn('alipay');
  task.close();
  await tick(100);
  const second = make();
  await tick(3000);
  server.last().break();
  await tick(10);
  expect(second.record.of('close')).toMatchObject([{ cause: 'host', willReconnect: true }]);
  await tick(DEFAULT_PAUSE + 100);
  expect(second.task().state).toBe('open');
});

test('one socket without offSocket*: close() while connecting leaves no socket open', async () => {
  const quirks = { closeBeforeOpen: 'ignored' };
  const { phone, server, task } = await linkOn('universal, jd', { quirks, opens: false });
  task.close();
  await tick(400);
  server.last().open();
  await tick(100);
  expect(phone.counts().open).toBe(0);
});

test('bytes that a host delivers as a Blob arrive as an ArrayBuffer, in order', async () => {
  const { record, server } = await linkOn('universal', { quirks: { binaryIn: 'Blob' } });
  server.last().message('before');
  server.last().message(new Uint8Array([1, 2]).buffer);
  server.last().message('after');
  await tick(300);
  expect(record.of('message').map(({ data }) => data)).toEqual(['before', new Uint8Array([1, 2]).buffer, 'after']);
});

test.each(['absent', 'stuck', '3 until open'])(
  'a promised task that opened before it arrived is open, readyState %s',
  async (readyState) => {
    const { task } = await linkOn('universal, Taro on wechat', { quirks: { readyState, promiseSettles: 'late' } });
    await tick(5000);
    expect(task.state).toBe('open');
  },
);

test('fifty tasks opened and closed leave no more listeners on a host than one does', async () => {
  const { make, phone, task } = await linkOn('baidu', { quirks: { appOff: false } });
  const one = phone.counts().listeners;
  task.close();
  for (let round = 0; round < 50; round += 1) {
    const { ready } = make();
    await tick(100);
    (await ready).task.close();
    await tick(100);
  }
  expect(phone.counts().listeners).toBeLessThanOrEqual(one);
});

test.each(['does nothing', 'throws'])(
  'Alipay: a message is heard once after reconnects where an off* %s',
  async (offWorks) => {
    vi.useFakeTimers();
    const subject = subjectOn('alipay');
    const server = memoryTransport({ onConnect: (connection) => void setTimeout(() => connection.open(), 20) });
    const phone = subject.make({ transport: server, quirks: { offWorks } });
    const { MdeWebsocket, release } = await loadBundle(subject.file, surroundings(subject, phone).globals);
    const task = await MdeWebsocket({ params: { url: 'ws://server/' } });
    const record = createRecorder();
    record.watch(task);
    await tick(1000);
    for (let round = 0; round < 3; round += 1) {
      server.last().break();
      await tick(DEFAULT_PAUSE + 1100);
    }
    server.last().message('once');
    await tick(10);
    expect(record.of('message')).toHaveLength(1);
    task.close();
    await tick(15_000);
    release();
  },
);

test('a promise of something that is no task is told once, and asked for no second socket', async () => {
  vi.useFakeTimers();
  const connectSocket = vi.fn(() => Promise.resolve({ errMsg: 'ok', socketTaskId: 1 }));
  const { MdeWebsocket, release } = await loadBundle('dist/index.js', { setTimeout, clearTimeout });
  const task = await MdeWebsocket({ platform: { connectSocket }, params: { url: 'ws://server/' } });
  const record = createRecorder();
  record.watch(task);
  await tick(60_000);
  expect(record.of('close')).toMatchObject([{ cause: 'platform', willReconnect: false }]);
  expect(record.of('error')[0].errMsg).toMatch(/SocketTask/);
  expect(connectSocket).toHaveBeenCalledTimes(1);
  release();
});

test.each(['promise.__returned', 'promise.socketTask', 'result.socketTask'])(
  'a task that hides at %s is found',
  async (promiseHolds) => {
    const { task } = await linkOn('universal, mpx on wechat', { quirks: { promiseHolds } });
    expect(task.state).toBe('open');
  },
);

test('two copies of the library on Alipay’s one socket do not take it from each other for ever', async () => {
  const subject = subjectOn('alipay');
  const { phone, server, record } = await linkOn('alipay');
  const other = await loadBundle('dist/alipay.mjs', surroundings(subject, phone).globals);
  const task = await other.MdeWebsocket({ params: { url: 'ws://server/' } });
  await tick(60_000);
  expect(server.connections.length).toBeLessThan(5);
  expect(record.of('close').at(-1)).toMatchObject({ cause: 'superseded' });
  expect(task.state).toBe('open');
  task.close();
  await tick(15_000);
  other.release();
});

test('Taro on Alipay with multiple: true opens, and leaves nothing open after close()', async () => {
  const { phone, task } = await linkOn('universal, Taro on alipay, multiple', { params: { multiple: true } });
  await tick(3000);
  expect(task.state).toBe('open');
  task.close();
  await tick(3000);
  expect(phone.counts().open).toBe(0);
});

test.each([
  ['an object without methods, as h5 builds leave it', 'index', { platform: {} }, /\/web/],
  ['a platform’s build without its global', 'wechat', {}, /wx.*is missing|no wx|wx is not/i],
])('%s: the error says what to do', async (_, entry, options, cure) => {
  const { MdeWebsocket, release } = await loadBundle(`dist/${entry}.js`, {});
  const error = await MdeWebsocket({ params: { url: 'ws://server/' }, ...options }).catch(
    (/** @type {any} */ why) => why,
  );
  release();
  expect(error).toBeInstanceOf(TypeError);
  expect(error.message).toMatch(cure);
  expect(memoryTransport().connections).toEqual([]);
});
