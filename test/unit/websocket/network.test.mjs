// @ts-check
import { describe, expect, test } from 'vitest';
import { useFakeClock } from '../clock.mjs';
import { phone, wait } from './sockets.mjs';

useFakeClock();

const events = ['online', 'offline', 'visible', 'hidden'];

describe.each(['wechat', 'baidu', 'alipay', 'universal on wechat', 'universal on alipay'])('on %s', (name) => {
  test("it tells the host's own events, an online for each report that says connected", () => {
    const host = phone(name);
    const target = host.target();
    /** @type {any[]} */
    const heard = [];
    for (const type of events)
      target.addEventListener(type, (/** @type {any} */ event) => heard.push([event.type, event.target === target]));
    host.background();
    host.network(false);
    host.network(true);
    host.network(true);
    host.foreground();
    expect(heard).toEqual(['hidden', 'offline', 'online', 'online', 'visible'].map((type) => [type, true]));
  });

  test('the host has one listener of each kind for all, from the first use on and none after the last', () => {
    const { counts, host, ...made } = phone(name);
    const target = made.target();
    const canRemove = !!host.offAppShow;
    const hear = () => {};
    expect(counts().listeners).toBe(0);
    for (const type of events) target.addEventListener(type, hear);
    target.addEventListener('online', () => {}, { once: true });
    expect(counts().listeners).toBe(3);
    for (const type of events) target.removeEventListener(type, hear);
    expect(counts().listeners).toBe(3);
    target.dispatchEvent({ type: 'online' });
    expect(counts().listeners).toBe(canRemove ? 0 : 3);
    target.addEventListener('visible', hear);
    expect(counts().listeners).toBe(3);
  });
});

test('sockets and it share the listeners of the host', async () => {
  const { target, open, counts } = phone('wechat');
  target().addEventListener('online', () => {});
  const { socket } = open();
  await wait(100);
  expect(counts().listeners).toBe(3);
  socket.close();
  await wait(100);
  expect(counts().listeners).toBe(3);
});

test('it does not count as a socket towards the limit of the host', async () => {
  const { target, open } = phone('wechat', { quirks: { maxSockets: 4 } });
  target().addEventListener('online', () => {});
  for (let i = 0; i < 4; i++) open();
  const fifth = open();
  await wait(300);
  expect(fifth.events[0][1]).not.toMatch(/limit of the host/);
});

test('a listener whose signal is aborted hears nothing more, and lets go of the host with the next event', () => {
  const { target, counts, background } = phone('wechat');
  const abort = new AbortController();
  /** @type {string[]} */
  const heard = [];
  target().addEventListener('hidden', () => heard.push('hidden'), { signal: abort.signal });
  expect(counts().listeners).toBe(3);
  abort.abort();
  background();
  expect(heard).toEqual([]);
  expect(counts().listeners).toBe(0);
});

test('a listener that throws is reported and the others hear', async () => {
  const { target, background, thread } = phone('wechat');
  /** @type {string[]} */
  const heard = [];
  target().addEventListener('hidden', () => {
    throw new Error('mine');
  });
  target().addEventListener('hidden', { handleEvent: (/** @type {any} */ event) => heard.push(event.type) });
  background();
  expect(heard).toEqual(['hidden']);
  await wait(0);
  expect(thread.errors.map(({ error }) => error.message)).toEqual(['mine']);
});

test('without the host it says which one is missing', () => {
  const { target } = phone('wechat', { alter: (host) => void delete host.connectSocket });
  expect(() => target().addEventListener('online', () => {})).toThrow('wx.connectSocket is missing');
});
