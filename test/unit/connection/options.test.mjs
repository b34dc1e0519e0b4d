// @ts-check
import { afterEach, describe, expect, test, vi } from 'vitest';
import { kindOf } from '../../../build/universal/common/check';
import { resolveOptions } from '../../../build/universal/connection/options';
import { load } from '../programs.mjs';

const platform = { connectSocket() {} };
const params = { url: 'wss://server' };
const resolve = (/** @type {any} */ given) => resolveOptions({ platform, params, ...given });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('defaults', () => {
  test('are those of the table in the README', () => {
    expect(resolve({})).toEqual({
      platform,
      params,
      pingTimeout: 15000,
      pongTimeout: 10000,
      probeTimeout: 3000,
      pingEvery: Infinity,
      pingMsg: 'heartbeat',
      isPong: null,
      reconnectTimeout: 2000,
      repeatLimit: null,
      minUptime: 5000,
      connectTimeout: 10000,
      shouldReconnect: null,
      queueLimit: 100,
      wake: true,
      logger: null,
    });
  });

  test('stand in for an option that is undefined', () => {
    expect(resolve({ pingTimeout: undefined, wake: undefined })).toMatchObject({ pingTimeout: 15000, wake: true });
  });
});

const fn = () => 1;
const notNumbers = ['5', Number.NaN, -1, -Infinity, true, {}, 5n];
const notFunctions = ['x', true, 1, 0, {}, /x/];
/** @type {Record<string, { good: any[], bad: any[] }>} */
const table = {
  pingTimeout: { good: [0, 1, 0.5, Infinity], bad: [...notNumbers, null, fn] },
  pongTimeout: { good: [1, 0.5], bad: [...notNumbers, null, 0, Infinity] },
  probeTimeout: { good: [1, 0.5], bad: [...notNumbers, null, 0, Infinity] },
  pingEvery: { good: [1, 60000, Infinity], bad: [...notNumbers, null, 0] },
  connectTimeout: { good: [1, 60000], bad: [...notNumbers, null, 0, Infinity] },
  minUptime: { good: [0, 1, Infinity], bad: [...notNumbers, null, fn] },
  queueLimit: { good: [0, 1, Infinity], bad: [...notNumbers, null] },
  reconnectTimeout: { good: [0, 1, fn], bad: [...notNumbers, null, Infinity] },
  repeatLimit: { good: [null, 0, 3, Infinity], bad: [...notNumbers, fn] },
  pingMsg: { good: ['', 'ping', fn, new ArrayBuffer(1), new Uint8Array(1)], bad: [1, 0, null, {}, true] },
  wake: { good: [true, false], bad: [1, 0, 'true', null, fn] },
  isPong: { good: [fn, null], bad: notFunctions },
  shouldReconnect: { good: [fn, null], bad: notFunctions },
  logger: { good: [fn, null], bad: notFunctions },
};

test('every option with a default is in this table', () => {
  const { platform: _, params: __, ...settings } = resolve({});
  expect(Object.keys(table).sort()).toEqual(Object.keys(settings).sort());
});

describe.each(Object.entries(table))('%s', (name, { good, bad }) => {
  test.each(good.map((value) => [value]))('%o is taken as it is', (value) => {
    expect(resolve({ [name]: value })[/** @type {'wake'} */ (name)]).toBe(value);
  });

  test.each(bad.map((value) => [value]))('%o is refused by name, with what came', (value) => {
    expect(() => resolve({ [name]: value })).toThrow(TypeError);
    expect(() => resolve({ [name]: value })).toThrow(
      new RegExp(`^mde-websocket: ${name} must be .*, got ${kindOf(value)}$`),
    );
  });
});

describe('params', () => {
  test.each([[params], [() => params], [Object.create(null)]])('%o is taken', (value) => {
    expect(resolve({ params: value }).params).toBe(value);
  });

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['wss://server', 'string'],
    ['', 'string'],
    [5, 'number'],
    [0, '0'],
    [true, 'boolean'],
    [false, 'boolean'],
    [new ArrayBuffer(1), 'bytes'],
  ])('%o is refused by name, with what came', (value, got) => {
    expect(() => resolve({ params: value })).toThrow(
      new TypeError(`mde-websocket: params must be an object or a function, got ${got}`),
    );
  });

  test.each([undefined, null, 5, 'text'])('options that are %o lack it', (given) => {
    expect(() => resolveOptions(/** @type {any} */ (given))).toThrow(/params must be an object or a function/);
  });
});

describe('platform', () => {
  test('may be a function, or inherit connectSocket', () => {
    const host = Object.assign(() => {}, platform);
    expect(resolve({ platform: host }).platform).toBe(host);
    expect(() => resolve({ platform: Object.create(platform) })).not.toThrow();
  });

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [{}, 'object without methods: h5 builds of uni-app and Taro empty it, use mde-websocket/web there'],
    [{ request() {} }, 'object'],
    ['wx', 'string'],
    [5, 'number'],
    [0, '0'],
    [false, 'boolean'],
  ])('%o is refused by name, with what came', (value, got) => {
    expect(() => resolve({ platform: value })).toThrow(
      new TypeError(`mde-websocket: platform must be a host with connectSocket, got ${got}`),
    );
  });
});

describe('the names of version 1', () => {
  test('miniprogram and connectSocketParams are taken', () => {
    expect(resolveOptions({ miniprogram: platform, connectSocketParams: params })).toMatchObject({ platform, params });
  });

  test('are not kept beside the new ones', () => {
    const options = resolveOptions({ miniprogram: platform, connectSocketParams: params });
    expect(options).not.toHaveProperty('miniprogram');
    expect(options).not.toHaveProperty('connectSocketParams');
  });

  test('give way to the new ones', () => {
    expect(resolve({ miniprogram: {}, connectSocketParams: 5 })).toMatchObject({ platform, params });
  });
});

describe('the resolved options', () => {
  test('cannot be changed', () => {
    expect(Object.isFrozen(resolve({}))).toBe(true);
  });

  test("leave the caller's object as it was", () => {
    const given = Object.freeze({ platform, params: Object.freeze({ url: 'wss://server' }) });
    expect(resolveOptions(given)).not.toBe(given);
    expect(given).toEqual({ platform, params });
  });

  test('carry nothing that is not an option', () => {
    expect(resolve({ pingTimout: 5 })).not.toHaveProperty('pingTimout');
  });
});

describe.each([/** @type {const} */ (['wechat', 'wx']), /** @type {const} */ (['alipay', 'my'])])(
  'on %s',
  (program, global) => {
    test('no platform is asked for, and none is kept', async () => {
      const { resolveOptions } = await load(program, 'connection/options');
      vi.stubGlobal(global, platform);
      expect(resolveOptions({ params })).toMatchObject({ params, pingTimeout: 15000 });
      expect(resolveOptions({ params, platform })).not.toHaveProperty('platform');
    });

    test.each([undefined, {}])(`a ${global} that is %o is a TypeError`, async (host) => {
      const { resolveOptions } = await load(program, 'connection/options');
      if (host) vi.stubGlobal(global, host);
      expect(() => resolveOptions({ params })).toThrow(TypeError);
      expect(() => resolveOptions({ params })).toThrow(
        /__GLOBAL__.connectSocket is missing: this is the build for __TITLE__/,
      );
    });
  },
);
