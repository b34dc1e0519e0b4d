// @ts-check
/**
 * Taro around another host: `connectSocket` gives a promise of the task, kept after success, so the first
 * listeners come late. Around Alipay the task's members are the global calls. Source: TARO.
 */
import { framework } from './framework.mjs';

const LATE = 300;

/** @param {import('./emulator.mjs').Emulator} inner */
export function taro(inner) {
  const { host, quirks, thread } = inner;

  const connectSocket = (/** @type {any} */ params) =>
    new Promise((resolve, reject) => {
      /** @type {any} */
      let task;
      const keep = (/** @type {any} */ result) => resolve(Object.assign(task ?? {}, result, overrides(inner)));
      task = host.connectSocket({
        ...params,
        success(/** @type {any} */ result) {
          params.success?.(result);
          if (quirks.promiseSettles === 'late') thread.later(() => keep(result), LATE);
          if (quirks.promiseSettles === 'on success') keep(result);
        },
        fail(/** @type {any} */ error) {
          params.fail?.(error);
          if (quirks.promiseSettles !== 'never') reject(error);
        },
      });
    });

  return framework(inner, 'Taro', connectSocket);
}

/** @param {import('./emulator.mjs').Emulator} inner */
function overrides({ name, host }) {
  if (name !== 'my') return {};
  return {
    onOpen: (/** @type {any} */ listener) => host.onSocketOpen(listener),
    onMessage: (/** @type {any} */ listener) => host.onSocketMessage(listener),
    onError: (/** @type {any} */ listener) => host.onSocketError(listener),
    onClose: (/** @type {any} */ listener) => host.onSocketClose(listener),
    send: (/** @type {any} */ message) => host.sendSocketMessage(message),
    // Its options are dropped on the way.
    close: () => host.closeSocket(),
  };
}
