// @ts-check
/**
 * Alipay's family: one socket with its events on the host, or with `multiple: true` a task per socket.
 * Source: AP-D, AP-T.
 */
import { emulator } from './emulator.mjs';
import { createLifecycle } from './lifecycle.mjs';
import { createLine } from './line.mjs';
import { install } from './methods.mjs';
import { createPhone } from './phone.mjs';
import { readerOf } from './socket-calls.mjs';
import { connectTask } from './socket-task.mjs';

/** @param {import('./phone.mjs').PhoneOptions} options @param {import('./host-of.mjs').Kind} kind */
export function eitherHost(options, { name, words, own }) {
  const phone = createPhone(options, own);
  const life = createLifecycle(phone, words);
  const shape = { off: true, onPrototype: true, read: readerOf(phone, words) };
  const line = createLine(phone, words, shape);
  const host = install({}, name, phone.quirks, {
    connectSocket(params) {
      const multiple = params?.multiple ?? phone.quirks.defaultMultiple;
      return multiple ? connectTask(phone, words.task ?? words, shape, params) : line.connect(params);
    },
    ...line.methods,
    ...life.methods,
  });
  return emulator(name, host, phone, life);
}
