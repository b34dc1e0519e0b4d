// @ts-check
/**
 * `my`: one socket with its events on `my`, or with `multiple: true` a task per socket and nested payloads.
 * Source: AP-D, AP-T.
 */
import { fromBase64 } from './base64.mjs';
import { emulator } from './emulator.mjs';
import { createLifecycle, myNetwork } from './lifecycle.mjs';
import { createLine } from './line.mjs';
import { install } from './methods.mjs';
import { my, myTask } from './payloads.mjs';
import { createPhone } from './phone.mjs';
import { connectTask } from './socket-task.mjs';

/** @param {import('./phone.mjs').PhoneOptions} options */
export function alipay(options) {
  const phone = createPhone(options, { closePayload: 'reason only', binaryIn: 'base64', connectLimit: 30_000 });
  const life = createLifecycle(phone, { network: myNetwork });
  const shape = { off: true, onPrototype: true, read: readFlagged(phone) };
  const line = createLine(phone, my, shape);
  const host = install({}, 'my', phone.quirks, {
    connectSocket(params) {
      const multiple = params?.multiple ?? phone.quirks.defaultMultiple;
      return multiple ? connectTask(phone, myTask, shape, params) : line.connect(params);
    },
    ...line.methods,
    ...life.methods,
  });
  return emulator('my', host, phone, life);
}

/** Text, or base64 beside `isBuffer`; whole buffers only on new clients. @param {import('./phone.mjs').Phone} phone */
function readFlagged({ quirks }) {
  return (/** @type {any} */ { data, isBuffer }) => {
    if (data instanceof ArrayBuffer) return quirks.acceptsArrayBuffer ? data : undefined;
    if (typeof data !== 'string') return undefined;
    return isBuffer ? fromBase64(data) : data;
  };
}
