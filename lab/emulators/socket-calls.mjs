// @ts-check
/**
 * The calls on a socket that every dialect shares: sending and closing, with their failures.
 */
import { fromBase64, toBase64 } from './base64.mjs';
import { answer } from './calls.mjs';
import { isInterrupted } from './phone.mjs';

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {import('./sockets.mjs').Socket | undefined} socket
 * @param {any} options
 * @param {{ call?: string, read: (options: any) => string | ArrayBuffer | undefined }} how
 */
export function sendOn(phone, dialect, socket, options, { call = 'send', read }) {
  const { quirks, ledger } = phone;
  ledger.note(`${call} asked`, socket?.id);
  if (quirks.sendThrows) throw new Error(`${call}: the host threw`);
  const fail = (/** @type {import('./payloads.mjs').Failure} */ failure, how = {}) =>
    answer(phone, options, 'fail', dialect.fail(call, failure, quirks), how);
  if (isInterrupted(phone)) return fail('interrupted');
  if (socket?.state !== 'open') {
    fail('not open', { sync: quirks.earlySendSync, complete: !quirks.earlySendSkipsComplete });
    if (quirks.earlySendSucceedsToo) answer(phone, options, 'success', dialect.ok(call));
    return;
  }
  const data = read(options);
  if (data === undefined) return fail('bad data');
  if (quirks.sendFails) {
    if (quirks.sendAnswersTwice) fail('send failed');
    return fail('send failed');
  }
  socket.send(data);
  if (!quirks.sendNeverAnswers) answer(phone, options, 'success', dialect.ok(call));
}

/**
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} dialect
 * @param {import('./sockets.mjs').Socket | undefined} socket
 * @param {any} options
 * @param {string} [call]
 */
export function closeOn(phone, dialect, socket, options, call = 'close') {
  const { quirks } = phone;
  if (quirks.closeThrows) {
    socket?.close(1000, '');
    throw new Error(`${call}: the host threw`);
  }
  const fail = (/** @type {import('./payloads.mjs').Failure} */ failure) =>
    answer(phone, options, 'fail', dialect.fail(call, failure, quirks));
  const code = Number((quirks.dropsCloseOptions ? undefined : options?.code) ?? 1000);
  const reason = String((quirks.dropsCloseOptions ? undefined : options?.reason) ?? '');
  const allowed = code === 1000 || (code >= 3000 && code <= 4999);
  if (quirks.refusesCodes && !allowed) return fail('bad code');
  // What is refused is not closed: the link lives on.
  if (isInterrupted(phone) || (phone.hidden && quirks.closeWantsForeground)) return fail('interrupted');
  if (socket && socket.state !== 'closed' && socket.refusals < quirks.closeRefusals) {
    socket.refusals += 1;
    return fail('refused');
  }
  const isNothing = !socket || socket.state === 'closed';
  if (!socket?.close(code, reason) && !(isNothing && quirks.emptyCloseSucceeds)) return fail('closed');
  answer(phone, options, 'success', dialect.ok(call));
}

/**
 * How a host reads what it is to send.
 *
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./payloads.mjs').Dialect} words
 */
export function readerOf({ quirks }, { isFlagged }) {
  return (/** @type {any} */ message) => {
    const data = isFlagged ? flagged(message, quirks) : plain(message.data, quirks);
    if (data !== undefined && quirks.mutatesOptions) mutate(message, data);
    return data;
  };
}

/** Text and whole buffers; views only where a host takes them. Source: WX-T. @param {any} data @param {import('./quirks.mjs').Quirks} quirks @returns {string | ArrayBuffer | undefined} */
function plain(data, quirks) {
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
  return ArrayBuffer.isView(data) && !quirks.refusesViews ? bufferOf(data) : undefined;
}

/** Text, or base64 beside `isBuffer`; whole buffers only on new clients. Source: AP-D, DD-D. @param {any} message @param {import('./quirks.mjs').Quirks} quirks */
function flagged({ data, isBuffer }, quirks) {
  if (data instanceof ArrayBuffer) return quirks.acceptsArrayBuffer ? data : undefined;
  if (typeof data !== 'string') return undefined;
  return isBuffer ? fromBase64(data) : data;
}

/** Source: BD-S. @param {any} message @param {string | ArrayBuffer} data */
function mutate(message, data) {
  message.taskID = 'native';
  message.dataType = typeof data === 'string' ? 'string' : 'arrayBuffer';
  if (typeof data !== 'string') message.data = toBase64(data);
}

/** @param {ArrayBufferView} view @returns {ArrayBuffer} */
export function bufferOf(view) {
  const bytes = new Uint8Array(view.byteLength);
  bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return bytes.buffer;
}
