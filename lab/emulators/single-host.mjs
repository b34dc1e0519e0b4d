// @ts-check
/**
 * The family of one socket: `connectSocket` returns nothing, events and calls are on the host, as on DingTalk, and on
 * hosts of the first generation.
 */
import { emulator } from './emulator.mjs';
import { createLifecycle } from './lifecycle.mjs';
import { createLine } from './line.mjs';
import { install } from './methods.mjs';
import { createPhone } from './phone.mjs';
import { readerOf } from './socket-calls.mjs';

/** @param {import('./phone.mjs').PhoneOptions} options @param {import('./host-of.mjs').Kind} kind */
export function singleHost(options, { name, words, own }) {
  const phone = createPhone(options, own);
  const life = createLifecycle(phone, words);
  const line = createLine(phone, words, { read: readerOf(phone, words) });
  const host = install({}, name, phone.quirks, { connectSocket: line.connect, ...line.methods, ...life.methods });
  return emulator(name, host, phone, life);
}
