// @ts-check
/**
 * uni-app around another host: a task only if one of the callbacks is passed, else a promise of the success
 * result, and the task is lost. Source: UNI.
 */
import { watched } from './calls.mjs';
import { framework } from './framework.mjs';

/** @param {import('./emulator.mjs').Emulator} inner */
export function uni(inner) {
  return framework(inner, 'uni', {
    connectSocket: ({ method: _stripped, ...params }) => {
      const hasCallback = [params.success, params.fail, params.complete].some((one) => typeof one === 'function');
      if (hasCallback) return inner.host.connectSocket(params);
      return watched(
        inner.thread,
        (resolve, reject) => void inner.host.connectSocket({ ...params, success: resolve, fail: reject }),
      );
    },
  });
}
