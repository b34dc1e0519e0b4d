// @ts-check
/**
 * The dialects: how each host words its events and its answers.
 *
 * A failure is named once here (`not open`, `limit`, …) and each dialect says it in its own way.
 *
 * @typedef {{ quirks: import('./quirks.mjs').Quirks, id: number }} Context
 * @typedef {'not open' | 'limit' | 'interrupted' | 'second' | 'bad data' | 'bad code' | 'bad url' | 'closed' | 'refused' | 'send failed'} Failure
 * @typedef {{
 *   open: (header: object, context: Context) => any,
 *   message: (data: string | ArrayBuffer, context: Context) => any,
 *   error: (text: string, context: Context) => any,
 *   close: (code: any, reason: string, context: Context) => any,
 *   ok: (call: string, id?: number) => any,
 *   fail: (call: string, failure: Failure | string, quirks?: import('./quirks.mjs').Quirks) => any,
 * }} Dialect
 */
import { toBase64 } from './base64.mjs';

/** @type {Record<string, string>} */
const WX_TEXTS = {
  'not open': 'SocketTask.readyState is not OPEN',
  limit: 'fail reach max websocket connect count 5',
  interrupted: 'interrupted',
  'bad data': 'parameter error: parameter.data should be String or ArrayBuffer',
  'bad code': 'code must be 1000 or in 3000-4999',
  'bad url': 'url not in domain list',
  closed: 'WebSocket is not connected',
  refused: 'close failed',
  'send failed': 'send failed',
};

/** Codes of Alipay. Source: AP-D, AP-D2. @type {Record<string, number>} */
const MY_ERRORS = {
  'not open': 10,
  limit: 1,
  interrupted: 1,
  second: 3,
  'bad data': 2,
  'bad code': 2,
  'bad url': 4,
  closed: 10,
  refused: 1,
  'send failed': 11,
};

/**
 * @param {import('./quirks.mjs').Quirks} quirks
 * @param {any} code none where the host knows none
 * @param {string} reason
 * @returns {any}
 */
function closeFields(quirks, code, reason) {
  const { closePayload } = quirks;
  if (closePayload === 'undefined') return undefined;
  if (closePayload === 'none') return {};
  if (closePayload === 'reason only' || code === undefined) return { reason };
  if (closePayload === 'always 1006') return { code: 1006, reason: '' };
  if (closePayload === 'code 0') return code === 1006 ? { code: 0, reason: '' } : { code, reason };
  return { code: closePayload === 'string code' ? String(code) : code, reason };
}

/** Source: WX-T. @type {Dialect} */
export const wx = {
  open: (header, { quirks }) => (quirks.emptyPayloads ? {} : { header, profile: {} }),
  message: (data, { quirks }) => ({ data: blobIf(quirks, data) }),
  error: (errMsg, { quirks }) => (quirks.emptyPayloads ? {} : { errMsg }),
  close: (code, reason, { quirks }) => closeFields(quirks, code, reason),
  ok: (call, id) => ({ errMsg: `${call}:ok`, ...(id === undefined ? {} : { socketTaskId: id }) }),
  fail(call, failure) {
    const where = call === 'send' || call === 'close' ? `SocketTask.${call}` : call;
    const text = call === 'sendSocketMessage' && failure === 'not open' ? WX_TEXTS.closed : WX_TEXTS[failure];
    return { errMsg: `${where}:fail ${text ?? failure}` };
  },
};

/** Source: TT-T. @type {Dialect} */
export const tt = {
  ...wx,
  open: (header) => ({ header, protocolType: 'http/1.1', socketType: 'tcp' }),
  message: (data, { quirks }) => ({ data: blobIf(quirks, data), protocolType: 'http/1.1', socketType: 'tcp' }),
  close(code, reason, { quirks }) {
    const fields = closeFields(quirks, code, reason);
    return fields && { ...fields, errMsg: 'onSocketClose:ok' };
  },
};

/** One socket, events on `my`. Source: AP-D, AP-T. @type {Dialect} */
export const my = {
  open: () => undefined,
  message(data, { quirks }) {
    const fields = bytesAs(quirks, data);
    return quirks.nestsSingle ? { data: fields } : fields;
  },
  error: (errorMessage, { quirks }) => myError(quirks, 1, errorMessage),
  close: (code, reason, { quirks }) => closeFields(quirks, code, reason),
  ok: () => ({ success: true }),
  fail(call, failure, quirks = {}) {
    const error = failure === 'limit' ? (quirks.limitError ?? 1) : (MY_ERRORS[failure] ?? 1);
    return myError(quirks, error, `${call}: ${failure}`);
  },
};

/** Tasks of `multiple: true`, nested one level. Source: AP-T, AP-T2. @type {Dialect} */
export const myTask = {
  open: (header, { quirks, id }) => nest(quirks, id, {}, { header }),
  message(data, { quirks, id }) {
    const fields = bytesAs(quirks, data);
    return nest(quirks, id, fields, { message: fields.data, isBuffer: fields.isBuffer });
  },
  error(errorMessage, { quirks, id }) {
    if (quirks.bareErrors) return { error: 1 };
    if (quirks.nesting === 'data') return { data: { socketTaskID: id }, error: 1 };
    return { data: { error: 1, errorMessage } };
  },
  close(code, reason, { quirks, id }) {
    const fields = closeFields(quirks, code, reason);
    return quirks.nesting === 'data' ? { data: { socketTaskID: id } } : nest(quirks, id, fields, fields);
  },
  ok: my.ok,
  fail: my.fail,
};

/** Source: BD-S, BD-D. @type {Dialect} */
export const swan = {
  open: (header) => ({ header }),
  message: (data, { quirks }) => ({
    data: blobIf(quirks, data),
    dataType: typeof data === 'string' ? 'string' : 'arrayBuffer',
  }),
  error: (errMsg, { quirks }) => (quirks.undefinedPayloads ? undefined : { errMsg }),
  close: (code, reason, { quirks }) =>
    quirks.undefinedPayloads && code !== 1000 ? undefined : closeFields(quirks, code, reason),
  ok: (call, id) => (call === 'connectSocket' ? { socketTaskId: String(id) } : undefined),
  fail(_call, failure, quirks = {}) {
    if (failure === 'limit' && quirks.limitErrno) return { errno: '1' };
    return { errCode: failure === 'limit' ? 1 : 1001, errMsg: WX_TEXTS[failure] ?? failure };
  },
};

/** @param {import('./quirks.mjs').Quirks} quirks @param {string | ArrayBuffer} data */
function blobIf(quirks, data) {
  return quirks.binaryIn === 'Blob' && typeof data !== 'string' ? new Blob([data]) : data;
}

/** @param {import('./quirks.mjs').Quirks} quirks @param {number} error @param {string} errorMessage */
function myError(quirks, error, errorMessage) {
  return quirks.bareErrors ? { error } : { error, errorMessage };
}

/** @param {import('./quirks.mjs').Quirks} quirks @param {string | ArrayBuffer} data */
function bytesAs(quirks, data) {
  if (typeof data === 'string') return { data, isBuffer: false };
  const text = quirks.binaryIn === 'base64' ? toBase64(data) : blobIf(quirks, data);
  return { data: text, isBuffer: true };
}

/** @param {import('./quirks.mjs').Quirks} quirks @param {number} id @param {object} inner @param {object} outer */
function nest(quirks, id, inner, outer) {
  const nested = { data: { socketTaskID: id, ...inner } };
  return quirks.nesting === 'both' ? { socketTaskID: id, ...outer, ...nested } : nested;
}
