// @ts-check
/** How bytes travel, host by host. Source: the typings and documents of each platform. */
import { describe, expect, test, vi } from 'vitest';
import { useFakeClock } from '../clock.mjs';
import { load } from '../programs.mjs';

useFakeClock();

const buffer = new Uint8Array([1, 2]).buffer;
const universal = await load('universal', 'host/message');
const alipay = await load('alipay', 'host/message');
const wechat = await load('wechat', 'host/message');
const baidu = await load('baidu', 'host/message');

describe('a message goes out', () => {
  const my = { offSocketOpen() {} };

  test('as it is on a host that carries bytes', () => {
    expect(universal.toFrame(buffer, { platform: {} })).toStrictEqual({ data: buffer });
    expect(wechat.toFrame(buffer)).toStrictEqual({ data: buffer });
    expect(baidu.toFrame(buffer)).toStrictEqual({ data: buffer });
  });

  test('as base64 beside a flag on Alipay', () => {
    vi.stubGlobal('my', my);
    expect(universal.toFrame(buffer, { platform: my })).toStrictEqual({ data: 'AQI=', isBuffer: true });
    expect(alipay.toFrame(buffer)).toStrictEqual({ data: 'AQI=', isBuffer: true });
  });

  test('as text everywhere when it is text', () => {
    vi.stubGlobal('my', my);
    for (const { toFrame } of [universal, alipay, wechat, baidu]) {
      expect(toFrame('text', { platform: my })).toStrictEqual({ data: 'text' });
    }
  });

  test('in a new object each time, as Baidu writes into it', () => {
    expect(baidu.toFrame('text')).not.toBe(baidu.toFrame('text'));
  });
});
