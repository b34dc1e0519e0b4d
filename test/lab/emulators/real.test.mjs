// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { alipay, loadBundle, startServer, wechat, wsTransport } from '../../../lab/emulators/index.mjs';
import { runCommonJs } from '../../../lab/emulators/run-bundle.mjs';

describe('real sockets', () => {
  /** @type {import('../../../lab/emulators/server.mjs').Server} */
  let server;
  beforeAll(async () => {
    server = await startServer({ answer: (data) => data });
  });
  afterAll(() => server.stop());

  /** @param {any} task @param {string} name @returns {Promise<any>} */
  const event = (task, name) => new Promise((resolve) => task[`on${name}`](resolve));

  it('carry text, bytes, headers and the close code', async () => {
    const { host } = wechat({ transport: wsTransport() });
    const task = host.connectSocket({ url: server.url('/a?b=1'), header: { 'X-Token': 'secret' } });
    await event(task, 'Open');
    const peer = server.peers[server.peers.length - 1];
    expect(peer).toMatchObject({ url: '/a?b=1', headers: { 'x-token': 'secret' } });
    task.send({ data: 'hello' });
    expect(await event(task, 'Message')).toEqual({ data: 'hello' });
    const bytes = new Uint8Array([1, 0, 255]).buffer;
    const messages = /** @type {any[]} */ ([]);
    const arrived = new Promise((resolve) =>
      task.onMessage((/** @type {any} */ message) => resolve(messages.push(message))),
    );
    task.send({ data: bytes });
    await arrived;
    expect(messages[0].data).toBeInstanceOf(ArrayBuffer);
    expect(new Uint8Array(messages[0].data)).toEqual(new Uint8Array(bytes));
    peer.socket.close(4401, 'token');
    expect(await event(task, 'Close')).toEqual({ code: 4401, reason: 'token' });
  });

  it('refuse where nobody listens, and accept again after a restart on the same port', async () => {
    const { host } = wechat({ transport: wsTransport() });
    const url = server.url();
    const task = host.connectSocket({ url });
    await event(task, 'Open');
    const lost = event(task, 'Close');
    await server.stop();
    expect(await lost).toMatchObject({ code: 1006 });
    const refused = host.connectSocket({ url });
    expect(await event(refused, 'Error')).toMatchObject({ errMsg: expect.stringContaining('ECONNREFUSED') });
    await server.start();
    const again = host.connectSocket({ url });
    await event(again, 'Open');
    again.close({});
    await event(again, 'Close');
  });

  it('carry base64 on Alipay', async () => {
    const { host } = alipay({ transport: wsTransport() });
    const opened = new Promise((resolve) => host.onSocketOpen(resolve));
    host.connectSocket({ url: server.url(), multiple: false });
    await opened;
    const echoed = new Promise((resolve) => host.onSocketMessage(resolve));
    host.sendSocketMessage({ data: 'AAH/', isBuffer: true });
    expect(await echoed).toEqual({ data: 'AAH/', isBuffer: true });
    const closed = new Promise((resolve) => host.onSocketClose(resolve));
    host.closeSocket({});
    await closed;
  });
});

describe('load-bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  /** @type {any[]} */
  const loaded = [];
  afterEach(() => {
    for (const bundle of loaded.splice(0)) bundle.release();
  });

  it('gives CommonJS text a host of its own', () => {
    const text = 'module.exports = function () { return wx.name; }';
    const one = runCommonJs(text, { wx: { name: 'one' } });
    const two = runCommonJs(text, { wx: { name: 'two' } });
    expect([one.MdeWebsocket(), two.MdeWebsocket()]).toEqual(['one', 'two']);
    expect('wx' in globalThis).toBe(false);
  });

  it('imports a module anew each time, its globals set until released', async () => {
    const file = join(folder, 'sample.mjs');
    writeFileSync(file, "let calls = 0; export default () => wx.name + ' ' + ++calls;");
    const one = await loadBundle(file, { wx: { name: 'first' } });
    expect([one.MdeWebsocket(), one.MdeWebsocket()]).toEqual(['first 1', 'first 2']);
    one.release();
    expect('wx' in globalThis).toBe(false);
    const two = await loadBundle(file, { wx: { name: 'second' } });
    loaded.push(two);
    expect(two.MdeWebsocket()).toBe('second 1');
  });

  it('puts a replaced global back', async () => {
    const file = join(folder, 'timer.mjs');
    writeFileSync(file, 'export default () => setTimeout();');
    const before = globalThis.setTimeout;
    const bundle = await loadBundle(file, { setTimeout: () => 'mine' });
    expect(bundle.MdeWebsocket()).toBe('mine');
    bundle.release();
    expect(globalThis.setTimeout).toBe(before);
  });
});
