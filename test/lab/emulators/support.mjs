// @ts-check
/** Opens a connection on an emulated host in virtual time and records what its application hears. */
import { vi } from 'vitest';
import { memoryTransport } from '../../../lab/emulators/index.mjs';

export const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** Records every callback as `name` and its arguments. */
export function recorder() {
  /** @type {any[]} */
  const calls = [];
  const names = () => calls.map(([name]) => name);
  const to =
    (/** @type {string} */ name) =>
    (/** @type {any[]} */ ...args) =>
      void calls.push([name, ...args]);
  const callbacks = (/** @type {string} */ call) => ({
    success: to(`${call} success`),
    fail: to(`${call} fail`),
    complete: to(`${call} complete`),
  });
  return { calls, names, to, callbacks, last: () => calls[calls.length - 1] };
}

/**
 * @param {(options: any) => any} make
 * @param {Record<string, any>} [quirks]
 * @param {any} [params]
 */
export function connected(make, quirks, params) {
  const transport = memoryTransport();
  const emulator = make({ transport, quirks });
  const heard = recorder();
  const connect = () => {
    const task = emulator.host.connectSocket({ url: 'ws://server/', ...heard.callbacks('connect'), ...params });
    if (task) for (const name of ['Open', 'Message', 'Error', 'Close']) task[`on${name}`](heard.to(name.toLowerCase()));
    return task;
  };
  return { transport, emulator, heard, connect, task: connect() };
}

/** Listens to the global events of a single-socket host. @param {any} host */
export function listen(host) {
  const heard = recorder();
  for (const name of ['Open', 'Message', 'Error', 'Close']) host[`onSocket${name}`](heard.to(name.toLowerCase()));
  return heard;
}
