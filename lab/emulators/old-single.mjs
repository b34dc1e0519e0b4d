// @ts-check
/**
 * A host of the first generation, like `jd` or `wx` before 1.7.0: `connectSocket` returns nothing, there is one
 * socket, its events are on the host in wx wording, and nothing can be taken off again.
 */
import { emulator } from './emulator.mjs';
import { createLifecycle } from './lifecycle.mjs';
import { createLine } from './line.mjs';
import { install } from './methods.mjs';
import { wx as dialect } from './payloads.mjs';
import { createPhone } from './phone.mjs';
import { readPlain } from './socket-calls.mjs';

/** @param {import('./phone.mjs').PhoneOptions} options */
export function oldSingle(options) {
  const phone = createPhone(options, { maxSockets: 1, appOff: false });
  const life = createLifecycle(phone);
  const line = createLine(phone, dialect, { read: readPlain(phone) });
  const host = install({}, 'jd', phone.quirks, { connectSocket: line.connect, ...line.methods, ...life.methods });
  return emulator('jd', host, phone, life);
}
