// @ts-check
/**
 * Taro around another host: `connectSocket` gives a promise of the task, kept after success, so the first
 * listeners come late. Around Alipay own methods of the task, which are the global calls, hide those of its prototype,
 * whatever `multiple` says. Source: TARO, NervJS/taro#13252.
 */
import { watched } from './calls.mjs';
import { framework } from './framework.mjs';

const LATE = 300;

/** @param {import('./emulator.mjs').Emulator} inner */
export function taro(inner) {
  const { host, quirks, thread } = inner;

  const connectSocket = (/** @type {any} */ params) =>
    watched(thread, (resolve, reject) => {
      /** @type {any} */
      let task;
      const keep = (/** @type {any} */ result) => resolve(Object.assign(task ?? {}, result));
      task = host.connectSocket({
        ...params,
        success(/** @type {any} */ given) {
          const result = { ...given, ...overrides(inner) };
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

  return framework(inner, 'Taro', { connectSocket, ...promised(inner, ['sendSocketMessage', 'closeSocket']) });
}

/** With `callsPromise` these answer by a promise as well, callbacks or not. @param {import('./emulator.mjs').Emulator} inner @param {string[]} names */
function promised({ host, quirks, thread }, names) {
  /** @type {Record<string, (options: any) => any>} */
  const methods = {};
  for (const name of names.filter((one) => host[one])) {
    methods[name] = (options = {}) => {
      if (!quirks.callsPromise) return host[name](options);
      return watched(thread, (resolve, reject) => host[name]({ ...options, ...both(options, resolve, reject) }));
    };
  }
  return methods;
}

/** Callbacks that settle a promise too. @param {any} options @param {(result: any) => void} resolve @param {(error: any) => void} reject */
function both(options, resolve, reject) {
  return {
    success(/** @type {any} */ result) {
      options.success?.(result);
      resolve(result);
    },
    fail(/** @type {any} */ error) {
      options.fail?.(error);
      reject(error);
    },
  };
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
