// @ts-check
/** What hosts report and want, shape by shape. Source: the typings and documents of each platform, and its real runtime. */
import { describe, expect, test } from 'vitest';
import { useFakeClock } from '../clock.mjs';
import { load } from '../programs.mjs';

useFakeClock();

const bytes = (/** @type {number[]} */ ...values) => new Uint8Array(values).buffer;
const buffer = bytes(1, 2);
const blob = new Blob(['x']);

/** Nested in `data` as in Alipay's typings, and on both levels as in its newer documents. */
const nested = (/** @type {any} */ fields) => ({ data: { socketTaskID: 1, ...fields } });
const twice = (/** @type {any} */ fields) => ({ socketTaskID: 1, ...fields, data: fields });

/** @type {[string, any, any][]} */
const plainMessages = [
  ['wx text', { data: 'text' }, 'text'],
  ['wx empty text', { data: '' }, ''],
  ['wx bytes', { data: buffer }, buffer],
  ['swan text', { data: 'text', dataType: 'string' }, 'text'],
  ['swan bytes', { data: buffer, dataType: 'arrayBuffer' }, buffer],
  ['swan with a bad status', undefined, undefined],
  ['tt text', { data: 'text', protocolType: '', socketType: 'ttnet' }, 'text'],
  ['a Blob of Taro in a browser', { data: blob }, blob],
  ['nothing inside', {}, undefined],
];
/** @type {[string, any, any][]} */
const alipayMessages = [
  ['my text', { data: 'text', isBuffer: false }, 'text'],
  ['my bytes as base64', { data: 'AQI=', isBuffer: true }, buffer],
  ['my no bytes at all', { data: '', isBuffer: true }, bytes()],
  ['my bytes, client 10.5.16', { data: buffer, isBuffer: true }, buffer],
  ['task text, nested', nested({ data: 'text', isBuffer: false }), 'text'],
  ['task empty text, nested', nested({ data: '', isBuffer: false }), ''],
  ['task base64, nested', nested({ data: 'AQI=', isBuffer: true }), buffer],
  ['task ArrayBuffer, nested', nested({ data: buffer, isBuffer: true }), buffer],
  ['task text, both levels', { message: 'text', isBuffer: false, data: { data: 'text', isBuffer: false } }, 'text'],
  ['task base64, both levels', { message: 'AQI=', isBuffer: true, data: { data: 'AQI=', isBuffer: true } }, buffer],
];
/** @type {[string, any, number][]} */
const plainCodes = [
  ['wx', { code: 1001, reason: 'Stream end encountered' }, 1001],
  ['wx in the background', { code: 0, reason: 'interrupted' }, 1006],
  ['swan as text', { code: '4401' }, 4401],
  ['tt as text', { code: '1000', reason: '', errMsg: '' }, 1000],
  ['none', { reason: 'gone' }, 1006],
  ['not a number', { code: 'abnormal' }, 1006],
  ['less than nothing', { code: -1 }, 1006],
  ['null', { code: null }, 1006],
  ['no event', undefined, 1006],
];
/** @type {[string, any, number][]} */
const alipayCodes = [
  ['my, as typed', { reason: 'gone' }, 1006],
  ['task, as typed', nested({}), 1006],
  ['task, nested', nested({ code: 4401 }), 4401],
  ['task, both levels', twice({ code: 4401, reason: 'token' }), 4401],
];
/** @type {[string, any, string][]} */
const plainReasons = [
  ['wx', { code: 1006, reason: 'abnormal closure' }, 'abnormal closure'],
  ['none', { code: 1000 }, ''],
  ['null', { reason: null }, ''],
  ['no event', undefined, ''],
];
/** @type {[string, any, string][]} */
const alipayReasons = [
  ['my', { reason: 'gone' }, 'gone'],
  ['task, nested', nested({ reason: 'gone' }), 'gone'],
  ['task, both levels', twice({ reason: 'gone' }), 'gone'],
];
/** @type {[string, any, string][]} */
const plainErrors = [
  ['wx', { errMsg: 'connectSocket:fail' }, 'connectSocket:fail'],
  ['swan', { errCode: 1001, errMsg: 'failed' }, 'failed'],
  ['swan, the number as text', { errno: '1' }, 'error 1'],
  ['an exception', new TypeError('Illegal invocation'), 'Illegal invocation'],
  ['uni in a browser', {}, 'unknown error'],
  ['no event', undefined, 'unknown error'],
  ['null', null, 'unknown error'],
];
/** @type {[string, any, string][]} */
const alipayErrors = [
  ['my', { error: 10, errorMessage: 'not open' }, 'not open'],
  ['my, the number only', { error: 12 }, 'error 12'],
  ['task, as typed', { data: { socketTaskID: 1 }, error: 11 }, 'error 11'],
  ['task, nested', nested({ error: 9, errorMessage: 'no protocol' }), 'no protocol'],
  ['task, both levels', twice({ error: 9, errorMessage: 'no protocol' }), 'no protocol'],
];

const universal = await load('universal', 'host/read');
const alipay = await load('alipay', 'host/read');
const wechat = await load('wechat', 'host/read');
const baidu = await load('baidu', 'host/read');

describe.each([
  ['universal', universal],
  ['alipay', alipay],
  ['wechat', wechat],
  ['baidu', baidu],
])('%s reads', (_, { readData, readCode, readReason, readError }) => {
  test.each(plainMessages)('a message: %s', (_, raw, data) => expect(readData(raw)).toBe(data));
  test.each(plainCodes)('a close code: %s', (_, raw, code) => expect(readCode(raw)).toBe(code));
  test.each(plainReasons)('a close reason: %s', (_, raw, reason) => expect(readReason(raw)).toBe(reason));
  test.each(plainErrors)('an error: %s', (_, raw, text) => expect(readError(raw)).toBe(text));
});

describe.each([
  ['universal', universal],
  ['alipay', alipay],
])("%s reads Alipay's", (_, { readData, readCode, readReason, readError }) => {
  test.each(alipayMessages)('message: %s', (_, raw, data) => expect(readData(raw)).toStrictEqual(data));
  test.each(alipayCodes)('close code: %s', (_, raw, code) => expect(readCode(raw)).toBe(code));
  test.each(alipayReasons)('close reason: %s', (_, raw, reason) => expect(readReason(raw)).toBe(reason));
  test.each(alipayErrors)('error: %s', (_, raw, text) => expect(readError(raw)).toBe(text));
});

test.each([
  ['wechat', wechat],
  ['baidu', baidu],
])('%s takes no text for bytes', (_, { readData }) => {
  expect(readData({ data: 'AQI=', isBuffer: true })).toBe('AQI=');
});

test('an event is left as it was', () => {
  const raw = Object.freeze(nested(Object.freeze({ data: 'AQI=', isBuffer: true })));
  expect(() => universal.readData(raw)).not.toThrow();
});
