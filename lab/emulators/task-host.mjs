// @ts-check
/**
 * The family whose `connectSocket` returns a task: what differs is the wording, the switches and how data is read.
 */
import { emulator } from './emulator.mjs';
import { createLifecycle } from './lifecycle.mjs';
import { createLine } from './line.mjs';
import { install } from './methods.mjs';
import { createPhone } from './phone.mjs';
import { readPlain } from './socket-calls.mjs';
import { connectTask } from './socket-task.mjs';

/**
 * @param {import('./phone.mjs').PhoneOptions} options
 * @param {{
 *   name: string,
 *   dialect: import('./payloads.mjs').Dialect,
 *   own: Record<string, import('./quirks.mjs').Value>,
 * }} kind
 */
export function taskHost(options, { name, dialect, own }) {
  const phone = createPhone(options, own);
  const life = createLifecycle(phone);
  const shape = { read: readPlain(phone) };
  const line = createLine(phone, dialect, shape);
  const host = install({}, name, phone.quirks, {
    connectSocket(params) {
      const before = phone.sockets.all.at(-1);
      const task = connectTask(phone, dialect, shape, params);
      const socket = phone.sockets.all.at(-1);
      // The global API follows one socket: the first, or the next one made when that is closed. Source: BD-S.
      if (socket && socket !== before && (line.current()?.state ?? 'closed') === 'closed') line.take(socket);
      return task;
    },
    ...line.methods,
    ...life.methods,
  });
  return emulator(name, host, phone, life);
}
