// @ts-check
/**
 * The words of hosts that speak as `wx` does: WeChat and its likes, Douyin, Baidu.
 */
import { blobIf, closeFields } from './common.mjs';

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

/** Source: WX-T. @type {import('../payloads.mjs').Dialect} */
export const wx = {
  open: (header, { quirks }) => (quirks.emptyPayloads ? {} : { header, profile: {} }),
  message: (data, { quirks }) => ({ data: blobIf(quirks, data) }),
  error: (errMsg, { quirks }) => (quirks.emptyPayloads ? {} : { errMsg }),
  close: (code, reason, { quirks }) => closeFields(quirks, code, reason),
  network: (isConnected) => (isConnected ? 'wifi' : 'none'),
  ok: (call, id) => ({ errMsg: `${call}:ok`, ...(id === undefined ? {} : { socketTaskId: id }) }),
  fail(call, failure) {
    const where = call === 'send' || call === 'close' ? `SocketTask.${call}` : call;
    const text = call === 'sendSocketMessage' && failure === 'not open' ? WX_TEXTS.closed : WX_TEXTS[failure];
    return { errMsg: `${where}:fail ${text ?? failure}` };
  },
};

/** Source: TT-T. @type {import('../payloads.mjs').Dialect} */
export const tt = {
  ...wx,
  open: (header) => ({ header, protocolType: 'http/1.1', socketType: 'tcp' }),
  message: (data, { quirks }) => ({ data: blobIf(quirks, data), protocolType: 'http/1.1', socketType: 'tcp' }),
  close(code, reason, { quirks }) {
    const fields = closeFields(quirks, code, reason);
    return fields && { ...fields, errMsg: 'onSocketClose:ok' };
  },
};

/** Source: BD-S, BD-D. @type {import('../payloads.mjs').Dialect} */
export const swan = {
  open: (header) => ({ header }),
  message: (data, { quirks }) => ({
    data: blobIf(quirks, data),
    dataType: typeof data === 'string' ? 'string' : 'arrayBuffer',
  }),
  error: (errMsg, { quirks }) => (quirks.undefinedPayloads ? undefined : { errMsg }),
  close: (code, reason, { quirks }) =>
    quirks.undefinedPayloads && code !== 1000 ? undefined : closeFields(quirks, code, reason),
  network: wx.network,
  ok: (call, id) => (call === 'connectSocket' ? { socketTaskId: String(id) } : undefined),
  fail(_call, failure, quirks = {}) {
    if (failure === 'limit' && quirks.limitErrno) return { errno: '1' };
    return { errCode: failure === 'limit' ? 1 : 1001, errMsg: WX_TEXTS[failure] ?? failure };
  },
};
