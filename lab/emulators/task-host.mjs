// @ts-check
/**
 * The family whose `connectSocket` returns a task. The host's own socket methods follow one of the sockets.
 */
import { emulator } from './emulator.mjs';
import { createLifecycle } from './lifecycle.mjs';
import { createLine } from './line.mjs';
import { install } from './methods.mjs';
import { createPhone } from './phone.mjs';
import { readerOf } from './socket-calls.mjs';
import { connectTask } from './socket-task.mjs';

/** @param {import('./phone.mjs').PhoneOptions} options @param {import('./host-of.mjs').Kind} kind */
export function taskHost(options, { name, words, own }) {
  const phone = createPhone(options, own);
  const life = createLifecycle(phone, words);
  const shape = { read: readerOf(phone, words) };
  const line = createLine(phone, words, shape);
  const host = install({}, name, phone.quirks, {
    connectSocket(params) {
      const before = phone.sockets.all.at(-1);
      const task = connectTask(phone, words.task ?? words, shape, params);
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
