// @ts-check
import { describe, expect, test } from 'vitest';
import { expectReported, useFakeClock } from '../clock.mjs';
import { phone, wait } from './sockets.mjs';

useFakeClock();

const events = ['online', 'offline', 'visible', 'hidden'];

describe.each(['wechat', 'baidu', 'alipay', 'universal on wechat', 'universal on alipay'])('on %s', (name) => {
  test("it tells the host's own events, an online for each report that says connected", () => {
    const { network, ...host } = phone(name);
    const target = network();
    /** @type {any[]} */
    const heard = [];
    for (const type of events) target.addEventListener(type, (/** @type {any} */ event) => heard.push([event.type, event.target === target]));
    host.background();
    host.network(false);
    host.network(true);
    host.network(true);
    host.foreground();
    expect(heard).toEqual(['hidden', 'offline', 'online', 'online', 'visible'].map((type) => [type, true]));
  });

  test('the host has one listener of each kind for all, from the first use on and none after the last', () => {
    const { network, counts, host } = phone(name);
    const target = network();
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
  const { network, open, counts } = phone('wechat');
  network().addEventListener('online', () => {});
  const { socket } = open();
  await wait(100);
  expect(counts().listeners).toBe(3);
  socket.close();
  await wait(100);
  expect(counts().listeners).toBe(3);
});

test('it does not count as a socket towards the limit of the host', async () => {
  const { network, open } = phone('wechat', { quirks: { maxSockets: 4 } });
  network().addEventListener('online', () => {});
  for (let i = 0; i < 4; i++) open();
  const fifth = open();
  await wait(300);
  expect(fifth.events[0][1]).not.toMatch(/limit of the host/);
});

test('a listener whose signal is aborted hears nothing more, and lets go of the host with the next event', () => {
  const { network, counts, network: _, ...host } = phone('wechat');
  const target = phone('wechat');
  void target;
  const abort = new AbortController();
  /** @type {string[]} */
  const heard = [];
  network().addEventListener('offline', () => heard.push('offline'), { signal: abort.signal });
  host.foreground();
  abort.abort();
  host.background();
  expect(heard).toEqual([]);
  void counts;
});

test('a listener that throws is reported and the others hear', () => {
  const { network, ...host } = phone('wechat');
  /** @type {string[]} */
  const heard = [];
  network().addEventListener('hidden', () => {
    throw new Error('mine');
  });
  network().addEventListener('hidden', { handleEvent: (/** @type {any} */ event) => heard.push(event.type) });
  host.background();
  expect(heard).toEqual(['hidden']);
  expectReported('mine');
});

test('without the host it says which one is missing', () => {
  const { network } = phone('wechat', { alter: (host) => void delete host.connectSocket });
  expect(() => network().addEventListener('online', () => {})).toThrow('wx is missing');
});
