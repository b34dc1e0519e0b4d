// @ts-check
import { describe, expect, test, vi } from 'vitest';
import { createLine, lineOf } from '../../../build/universal/host/line';
import { singleHost } from '../hosts.mjs';
import { load } from '../programs.mjs';

const optionsOf = (/** @type {any} */ platform) => /** @type {any} */ ({ platform });

/** A line, and what is heard on it. @param {Parameters<typeof singleHost>[0]} [traits] */
function connected(traits) {
  const phone = singleHost(traits);
  const line = createLine(optionsOf(phone.host));
  const hear = vi.fn();
  line.hear = hear;
  return { ...phone, line, hear };
}

describe('each host has one line', () => {
  test('which every task of that host finds', () => {
    const { line, host } = connected();
    expect(lineOf(optionsOf(host))).toBe(line);
    expect(lineOf(optionsOf(singleHost().host))).toBeUndefined();
  });

  test('which still belongs to the host when another task owns it', () => {
    const { line, host } = connected();
    line.owner = optionsOf(host);
    expect(lineOf(optionsOf(host))).toBe(line);
  });

  test('and Alipay is one host', async () => {
    const { createLine, lineOf } = await load('alipay', 'host/line');
    expect(lineOf({})).toBeUndefined();
    const line = createLine({});
    expect(lineOf({})).toBe(line);
  });
});

describe('events of the host', () => {
  test('go to whoever hears the line at the moment', () => {
    const { line, hear, emit } = connected();
    line.attach();
    emit('Open', 1);
    emit('Message', 2);
    emit('Error', 3);
    const next = vi.fn();
    line.hear = next;
    emit('Close', 4);
    expect(hear.mock.calls).toEqual([
      ['onOpen', 1],
      ['onMessage', 2],
      ['onError', 3],
    ]);
    expect(next.mock.calls).toEqual([['onClose', 4]]);
  });

  test('are heard once, though the line is attached twice', () => {
    const { line, hear, emit, count } = connected();
    line.attach();
    line.attach();
    emit('Open');
    expect(hear).toHaveBeenCalledOnce();
    expect(count()).toBe(4);
  });

  test('nobody hears before the first owner are passed over', () => {
    const { host, emit } = singleHost();
    createLine(optionsOf(host)).attach();
    expect(() => emit('Open')).not.toThrow();
  });
});

describe('detaching', () => {
  test('removes our four listeners and no others', () => {
    const { line, host, emit, count } = connected();
    const own = vi.fn();
    for (const name of ['Open', 'Message', 'Error', 'Close']) host[`onSocket${name}`](own);
    line.attach();
    line.detach();
    expect(count()).toBe(4);
    emit('Open');
    expect(own).toHaveBeenCalledOnce();
  });

  test('always names the listener: without one the host would remove those of the app', () => {
    const { line, host } = connected();
    const offs = ['Open', 'Message', 'Error', 'Close'].map((name) => vi.spyOn(host, `offSocket${name}`));
    line.attach();
    line.detach();
    for (const off of offs) expect(off).toHaveBeenCalledExactlyOnceWith(expect.any(Function));
  });

  test('of a line that is not attached leaves the host alone', () => {
    const { line, host } = connected();
    const off = vi.spyOn(host, 'offSocketOpen');
    line.detach();
    expect(off).not.toHaveBeenCalled();
  });

  test('and attaching again hears again, though someone removed everything in between', () => {
    const { line, host, hear, emit } = connected();
    line.attach();
    host.offSocketOpen();
    line.detach();
    line.attach();
    emit('Open');
    expect(hear).toHaveBeenCalledOnce();
  });

  test('on a host that cannot remove a listener keeps ours, and adds no second', () => {
    const { line, emit, hear, count } = connected({ canRemove: false });
    line.attach();
    line.detach();
    line.attach();
    emit('Open');
    expect(count()).toBe(4);
    expect(hear).toHaveBeenCalledOnce();
  });
});
