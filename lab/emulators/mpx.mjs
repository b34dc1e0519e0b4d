// @ts-check
/**
 * mpx around another host, with its option `usePromise`: `connectSocket` gives a promise of the host's answer, and the
 * task is somewhere beside it. `params.usePromise: false` gives the task itself. Source: MPX, observed.
 */
import { watched } from './calls.mjs';
import { framework } from './framework.mjs';

/** @param {import('./emulator.mjs').Emulator} inner */
export function mpx(inner) {
  const { host, quirks, thread } = inner;

  return framework(inner, 'mpx', {
    connectSocket: ({ usePromise = true, ...params }) => {
      if (!usePromise) return host.connectSocket(params);
      const [place, member] = quirks.promiseHolds.split('.');
      /** @type {any} */
      let task;
      const promise = watched(thread, (resolve, reject) => {
        task = host.connectSocket({
          ...params,
          success(/** @type {any} */ result) {
            params.success?.(result);
            resolve(place === 'result' ? { ...result, [member]: task } : result);
          },
          fail(/** @type {any} */ error) {
            params.fail?.(error);
            reject(error);
          },
        });
      });
      return place === 'promise' ? Object.assign(promise, { [member]: task }) : promise;
    },
  });
}
