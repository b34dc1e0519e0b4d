// @ts-check
/** The browser: its WebSocket as the standard has it, and the page, worker or nothing around it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOSTS, memoryTransport } from '../../../lab/emulators/index.mjs';
import { recorder, tick } from './support.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const bytes = new Uint8Array([1, 2]).buffer;

/** @param {Record<string, any>} [quirks] */
function start(quirks) {
  const transport = memoryTransport();
  const browser = /** @type {any} */ (HOSTS.web({ transport, quirks }));
  return { transport, browser, WebSocket: browser.globals.WebSocket, heard: recorder() };
}

/** A WebSocket that is heard. @param {ReturnType<typeof start>} page @param {any} [protocols] */
function connect({ WebSocket, heard }, protocols) {
  const socket = new WebSocket('ws://server/', protocols);
  for (const type of ['open', 'message', 'error', 'close']) {
    socket.addEventListener(type, (/** @type {any} */ { data, code, reason, wasClean }) =>
      heard.to(type)(...[data, code, reason, wasClean].filter((one) => one !== undefined)),
    );
  }
  return socket;
}

/** @param {Record<string, any>} [quirks] */
async function opened(quirks) {
  const page = start(quirks);
  const socket = connect(page);
  await tick();
  page.transport.last().open();
  return { ...page, socket };
}

describe('WebSocket', () => {
  it('opens after the constructor has returned, and never before', async () => {
    const page = start();
    const socket = connect(page, 'chat');
    expect(socket).toMatchObject({ url: 'ws://server/', readyState: 0, protocol: '', binaryType: 'blob' });
    expect(page.transport.connections).toHaveLength(0);
    await tick();
    page.transport.last().open({ 'sec-websocket-protocol': 'chat' });
    expect(socket).toMatchObject({ readyState: 1, protocol: 'chat' });
    expect(page.transport.last().request.protocols).toEqual(['chat']);
    expect(page.heard.names()).toEqual(['open']);
  });

  it.each([
    ['an address without scheme', ['server']],
    ['another scheme', ['ftp://server/']],
    ['a fragment', ['ws://server/#part']],
    ['a protocol twice', ['ws://server/', ['a', 'a']]],
    ['a protocol with a space', ['ws://server/', 'a b']],
  ])('throws a SyntaxError for %s', (_what, given) => {
    const { WebSocket, browser } = start();
    expect(() => new WebSocket(...given)).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
    expect(browser.sockets.all).toEqual([]);
  });

  it('has its constants on itself and on its instances', () => {
    const { WebSocket } = start();
    const constants = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 };
    expect({ ...WebSocket }).toEqual(constants);
    expect(new WebSocket('ws://server/')).toMatchObject(constants);
  });

  it('delivers bytes as a Blob, until it is told otherwise', async () => {
    const { socket, transport, heard } = await opened();
    transport.last().message(bytes);
    socket.binaryType = 'arraybuffer';
    transport.last().message(bytes);
    const [, [, blob], [, buffer]] = heard.calls;
    expect(blob).toBeInstanceOf(Blob);
    expect(buffer).toBe(bytes);
  });

  it('sends the bytes of a view and no others', async () => {
    const { socket, transport } = await opened();
    socket.send(new Uint8Array([9, 1, 2, 9]).subarray(1, 3));
    expect(transport.last().sent).toEqual([bytes]);
  });

  it('throws on a send while it connects, and drops silently what comes after the end', async () => {
    const page = start();
    const socket = connect(page);
    expect(() => socket.send('early')).toThrow(expect.objectContaining({ name: 'InvalidStateError' }));
    await tick();
    page.transport.last().open();
    socket.close();
    socket.send('late');
    expect(page.transport.last().sent).toEqual([]);
    expect(socket.bufferedAmount).toBe(4);
  });

  it('closes with 1005 where no code is asked for, else with the code', async () => {
    const bare = await opened();
    bare.socket.close();
    expect(bare.socket.readyState).toBe(2);
    const coded = await opened();
    coded.socket.close(4001, 'bye');
    await tick();
    expect(bare.heard.last()).toEqual(['close', 1005, '', true]);
    expect(coded.heard.last()).toEqual(['close', 4001, 'bye', true]);
    expect(coded.socket.readyState).toBe(3);
  });

  it('refuses a close code or reason that the standard refuses', async () => {
    const { socket } = await opened();
    expect(() => socket.close(1001)).toThrow(expect.objectContaining({ name: 'InvalidAccessError' }));
    expect(() => socket.close(1000, 'é'.repeat(62))).toThrow(expect.objectContaining({ name: 'SyntaxError' }));
    expect(socket.readyState).toBe(1);
  });

  it('reports a close while connecting as an error and then 1006, and is never heard again', async () => {
    const page = start();
    const socket = connect(page);
    await tick();
    socket.close();
    page.transport.last().open();
    await tick();
    expect(page.heard.calls).toEqual([['error'], ['close', 1006, '', false]]);
    expect(page.browser.counts().open).toBe(0);
  });

  it('reports a refused connection as an error, its state already 3, and a loss as a close', async () => {
    const refused = start();
    const socket = connect(refused);
    socket.onerror = () => refused.heard.to('state')(socket.readyState);
    await tick();
    refused.transport.last().break();
    expect(refused.heard.names()).toEqual(['error', 'state', 'close']);
    expect(refused.heard.calls[1]).toEqual(['state', 3]);
    const lost = await opened();
    lost.transport.last().break();
    expect(lost.heard.last().slice(0, 2)).toEqual(['close', 1006]);
    expect(lost.heard.names()).toEqual(['open', 'close']);
  });

  it('calls the same listener once, one with `once` once only, and the rest after one that threw', async () => {
    const { socket, transport, browser, heard } = await opened();
    const twice = heard.to('twice');
    socket.addEventListener('message', twice);
    socket.addEventListener('message', twice);
    socket.addEventListener('message', heard.to('once'), { once: true });
    socket.addEventListener('message', () => {
      throw new Error('mine');
    });
    socket.onmessage = heard.to('property');
    for (const text of ['a', 'b']) transport.last().message(text);
    const count = (/** @type {string} */ name) => heard.names().filter((one) => one === name).length;
    expect([count('twice'), count('once'), count('property')]).toEqual([2, 1, 2]);
    expect(browser.thread.errors).toHaveLength(2);
  });
});

describe('a page', () => {
  /** @param {ReturnType<typeof start>} page */
  const listenTo = ({ browser, heard }) => {
    const { document, window } = browser.globals;
    document.addEventListener('visibilitychange', () => heard.to(document.visibilityState)());
    for (const type of ['freeze', 'resume']) document.addEventListener(type, heard.to(type));
    for (const type of ['online', 'offline', 'pagehide', 'pageshow']) {
      window.addEventListener(type, (/** @type {any} */ { persisted }) => heard.to(type)(persisted));
    }
  };

  it('is hidden and shown while its sockets live', async () => {
    const page = await opened();
    listenTo(page);
    page.browser.background();
    expect(page.browser.globals.document.hidden).toBe(true);
    await tick(60_000);
    page.transport.last().message('hi');
    page.browser.foreground();
    expect(page.heard.names()).toEqual(['open', 'hidden', 'message', 'visible']);
  });

  it('may be frozen in the background, and bursts when it is resumed', async () => {
    const page = await opened({ backgroundFreezes: true });
    listenTo(page);
    page.browser.thread.setTimeout(page.heard.to('timer'), 6000);
    page.browser.background();
    await tick(60_000);
    expect(page.heard.names()).toEqual(['open', 'hidden', 'freeze']);
    page.browser.foreground();
    expect(page.heard.names().slice(3)).toEqual(['timer', 'resume', 'visible']);
  });

  it('may lose its sockets in the background without a word', async () => {
    const { browser, heard } = await opened({ backgroundLoss: 'silent' });
    browser.background();
    await tick(5000);
    expect(heard.names()).toEqual(['open']);
    expect(browser.counts().open).toBe(0);
  });

  it('may have coarse timers while it is hidden', async () => {
    vi.setSystemTime(10_000_300);
    const { browser, heard } = start({ hiddenTimers: true });
    browser.background();
    browser.thread.setTimeout(heard.to('timer'), 10);
    await tick(699);
    expect(heard.names()).toEqual([]);
    await tick(1);
    expect(heard.names()).toEqual(['timer']);
    browser.foreground();
    browser.thread.setTimeout(heard.to('prompt'), 10);
    await tick(10);
    expect(heard.names()).toEqual(['timer', 'prompt']);
  });

  it('tells of the network, which breaks its sockets or not', async () => {
    const page = await opened();
    listenTo(page);
    page.browser.network(false, { cut: 'unnoticed' });
    page.browser.network(true);
    expect(page.heard.names()).toEqual(['open', 'offline', 'online']);
    expect(page.browser.counts().open).toBe(0);
    expect(page.browser.globals.navigator.onLine).toBe(true);
  });

  it('is kept in the back/forward cache if it has no socket', async () => {
    const page = await opened();
    page.socket.close();
    await tick();
    listenTo(page);
    expect(page.browser.leave()).toBe(true);
    page.browser.thread.setTimeout(page.heard.to('timer'), 10);
    await tick(1000);
    page.browser.comeBack();
    expect(page.heard.calls.slice(2).map(([name, detail]) => [name, detail])).toEqual([
      ['pagehide', true],
      ['hidden', undefined],
      ['timer', undefined],
      ['visible', undefined],
      ['pageshow', true],
    ]);
  });

  it('is gone if it has one', async () => {
    const page = await opened();
    expect(page.browser.leave()).toBe(false);
    expect(page.browser.counts().open).toBe(0);
    expect(() => page.browser.comeBack()).toThrow(/had an open socket/);
  });

  it('counts the listeners that it holds', () => {
    const { browser } = start();
    const { document, addEventListener, removeEventListener } = browser.globals;
    const listener = () => {};
    document.addEventListener('visibilitychange', listener);
    addEventListener('online', listener);
    expect(browser.counts().listeners).toBe(2);
    removeEventListener('online', listener);
    expect(browser.listeners('others').map((/** @type {any} */ { type }) => type)).toEqual(['visibilitychange']);
    expect(browser.canRemove('visibilitychange')).toBe(true);
  });
});

describe('where there is no page', () => {
  it('a worker hears of the network alone', () => {
    const { browser, heard } = start({ realm: 'worker' });
    expect(browser.globals.document).toBeUndefined();
    browser.globals.addEventListener('offline', heard.to('offline'));
    browser.network(false);
    browser.background();
    expect(heard.names()).toEqual(['offline']);
  });

  it('Node 22 has a WebSocket and nothing else', () => {
    const { browser } = start({ realm: 'none' });
    const present = Object.entries(browser.globals).filter(([, value]) => value !== undefined);
    expect(present.map(([name]) => name)).toEqual(['WebSocket']);
  });
});
