// @ts-check
/**
 * The words of hosts that speak as `my` does: Alipay and DingTalk. Bytes travel as base64 beside `isBuffer`.
 */
import { toBase64 } from '../base64.mjs';
import { blobIf, closeFields } from './common.mjs';

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

/** One socket, events on `my`. Source: AP-D, AP-T. @type {import('../payloads.mjs').Dialect} */
export const my = {
  open: () => undefined,
  message(data, { quirks }) {
    const fields = bytesAs(quirks, data);
    return quirks.nestsSingle ? { data: fields } : fields;
  },
  error: (errorMessage, { quirks }) => myError(quirks, 1, errorMessage),
  close: (code, reason, { quirks }) => closeFields(quirks, code, reason),
  // Upper case, unlike wx. Source: AP-D, AP-T.
  network: (isConnected) => (isConnected ? 'WIFI' : 'NOTREACHABLE'),
  isFlagged: true,
  ok: () => ({ success: true }),
  fail(call, failure, quirks = {}) {
    const error = failure === 'limit' ? (quirks.limitError ?? 1) : (MY_ERRORS[failure] ?? 1);
    return myError(quirks, error, `${call}: ${failure}`);
  },
};

/** Tasks of `multiple: true`, nested one level. Source: AP-T, AP-T2. @type {import('../payloads.mjs').Dialect} */
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
  network: my.network,
  isFlagged: true,
  ok: my.ok,
  fail: my.fail,
};
my.task = myTask;

/** Numbers that are not Alipay's. Source: DD-D. @type {Record<string, number>} */
const DD_ERRORS = { 'not open': 10, 'bad data': 2, 'bad url': 2, closed: 10, 'send failed': 12, interrupted: 12 };

/** DingTalk. What a close carries is not documented. Source: DD-D, DD-O. @type {import('../payloads.mjs').Dialect} */
export const dd = {
  open: () => undefined,
  message: (data, { quirks }) => bytesAs(quirks, data),
  error: (errorMessage) => ({ error: 12, errorMessage }),
  close: (code, reason, { quirks }) => closeFields(quirks, code, reason),
  network: (isConnected) => (isConnected ? 'wifi' : 'none'),
  isFlagged: true,
  ok: () => ({}),
  fail: (call, failure) => ({ error: DD_ERRORS[failure] ?? 3, errorMessage: `${call}: ${failure}` }),
};

/** @param {import('../quirks.mjs').Quirks} quirks @param {number} error @param {string} errorMessage */
function myError(quirks, error, errorMessage) {
  return quirks.bareErrors ? { error } : { error, errorMessage };
}

/** @param {import('../quirks.mjs').Quirks} quirks @param {string | ArrayBuffer} data */
function bytesAs(quirks, data) {
  if (typeof data === 'string') return { data, isBuffer: false };
  const text = quirks.binaryIn === 'base64' ? toBase64(data) : blobIf(quirks, data);
  return { data: text, isBuffer: true };
}

/** @param {import('../quirks.mjs').Quirks} quirks @param {number} id @param {object} inner @param {object} outer */
function nest(quirks, id, inner, outer) {
  const nested = { data: { socketTaskID: id, ...inner } };
  return quirks.nesting === 'both' ? { socketTaskID: id, ...outer, ...nested } : nested;
}
