// @ts-check
import { describe, expect, test, vi } from 'vitest';
import * as universal from '../../../build/universal/host/wake';
import { broken } from '../clock.mjs';
import { appLife } from '../hosts.mjs';
import { load } from '../programs.mjs';

/** @param {any} platform */
function listening(platform, { wake = true, program = universal } = {}) {
  const woken = vi.fn();
  /** @type {any} */
  const record = { options: { platform, wake }, listeners: { wake: woken }, onShow: null, onNetwork: null };
  const listen = (/** @type {boolean} */ isOn) => program.listen(record, isOn);
  listen(true);
  return { woken, listen };
}

describe('the link is looked at', () => {
  test('when the app comes to the foreground', () => {
    const life = appLife();
    const { woken } = listening(life.api);
    life.show();
    expect(woken).toHaveBeenCalledExactlyOnceWith(expect.anything(), true);
  });

  test.each([
    ['wx', { isConnected: true, networkType: 'wifi' }],
    ['my', { isConnected: true, networkType: 'WIFI' }],
  ])('when the network comes back, as %s tells it', (_, status) => {
    const life = appLife();
    const { woken } = listening(life.api);
    life.network(status);
    expect(woken).toHaveBeenCalledExactlyOnceWith(expect.anything(), false);
  });

  test.each([[{ isConnected: false, networkType: 'none' }], [{}], [undefined], [null]])(
    'not on the network event %o',
    (status) => {
      const life = appLife();
      const { woken } = listening(life.api);
      life.network(status);
      expect(woken).not.toHaveBeenCalled();
    },
  );

  test('not when wake is false: the host is left alone', () => {
    const life = appLife();
    const { listen } = listening(life.api, { wake: false });
    expect(life.count()).toBe(0);
    listen(false);
    expect(life.count()).toBe(0);
  });
});

describe('when it ends', () => {
  test('nothing of ours is left on the host, and the listeners of the app are', () => {
    const life = appLife();
    const own = vi.fn();
    life.api.onAppShow(own);
    life.api.onNetworkStatusChange(own);
    const { woken, listen } = listening(life.api);
    expect(life.count()).toBe(4);
    listen(false);
    expect(life.count()).toBe(2);
    life.show();
    expect(own).toHaveBeenCalledOnce();
    expect(woken).not.toHaveBeenCalled();
  });

  test('it can begin again', () => {
    const life = appLife();
    const { woken, listen } = listening(life.api);
    listen(false);
    listen(true);
    life.show();
    expect(woken).toHaveBeenCalledOnce();
  });

  test('a host that cannot remove a listener holds one, however often it begins again', () => {
    const life = appLife({ canRemove: false });
    const { woken, listen } = listening(life.api);
    for (let i = 0; i < 3; i++) {
      listen(false);
      listen(true);
    }
    life.show();
    expect(life.count()).toBe(2);
    expect(woken).toHaveBeenCalledOnce();
  });
});

describe('a host', () => {
  test('that tells nothing of its life is fine', () => {
    expect(() => listening({}).listen(false)).not.toThrow();
  });

  test('that throws keeps the rest going', () => {
    const life = appLife();
    const { woken, listen } = listening({ ...life.api, onAppShow: broken('show'), offAppShow: broken('show') });
    life.network({ isConnected: true });
    expect(woken).toHaveBeenCalledOnce();
    expect(() => listen(false)).not.toThrow();
    expect(life.count()).toBe(0);
  });

  test('is called on itself', () => {
    const calls = vi.fn();
    const host = {
      onAppShow() {
        calls(this === host);
      },
      onNetworkStatusChange() {
        calls(this === host);
      },
      offAppShow() {
        calls(this === host);
      },
      offNetworkStatusChange() {
        calls(this === host);
      },
    };
    listening(host).listen(false);
    expect(calls.mock.calls).toEqual([[true], [true], [true], [true]]);
  });
});

test.each([
  /** @type {const} */ (['wechat', 'wx']),
  /** @type {const} */ (['alipay', 'my']),
  /** @type {const} */ (['baidu', 'swan']),
])('on %s the global is asked at the call', async (program, global) => {
  const bound = await load(program, 'host/wake');
  const life = appLife();
  vi.stubGlobal(global, life.api);
  const { listen } = listening(undefined, { program: bound });
  expect(life.count()).toBe(2);
  listen(false);
  expect(life.count()).toBe(0);
  vi.unstubAllGlobals();
});
