// @ts-check
/**
 * How a host takes `connectSocket`.
 *
 * @type {Record<string, import('../quirks.mjs').Quirk>}
 */
export const CONNECTING = {
  maxSockets: { value: 5, does: 'sockets alive at once; one more fails', source: 'WX-D, AP-D, BD-D, TT-D' },
  limitReturnsTask: {
    value: true,
    does: 'over the limit connectSocket still returns a task, a dead one',
    source: 'DIM',
  },
  limitAnswer: {
    value: 'fail',
    one: ['fail', 'error after success', 'nothing'],
    does: 'what one socket too many gets: fail, success and then an error event, or neither callback nor event',
    source: 'WX-D / observed on WeChat 2.30.3, two socket stacks',
  },
  limitError: {
    value: 1,
    does: 'the error number by which Alipay tells that there are too many sockets',
    source: 'AP-D / 3 in AP-N, with a limit of 2',
  },
  limitErrno: {
    value: false,
    does: 'Baidu tells that there are too many sockets by {errno: "1"}, without errMsg and errCode',
    source: 'BD-N',
  },
  slotUntilClosed: {
    value: false,
    does: 'a socket told to close counts against the limit until its close event',
    source: 'DIM, observed',
  },
  connectThrows: { value: false, does: 'connectSocket throws', source: 'websocket-heartbeat-miniprogram' },
  connectReturnsNothing: {
    value: false,
    does: 'connectSocket returns undefined and does nothing more',
    source: 'websocket-heartbeat-miniprogram',
  },
  connectIgnored: {
    value: false,
    does: 'connectSocket returns a task that never does anything',
    source: 'websocket-heartbeat-miniprogram',
  },
  connectFails: { value: '', does: 'connectSocket answers fail with this text and connects nothing', source: 'WX-C' },
  connectFailsSync: {
    value: false,
    does: 'a failing connectSocket calls fail at once and returns undefined',
    source: 'observed',
  },
  failsAfterSuccess: {
    value: false,
    does: 'a failing connectSocket calls success, and the reason comes as an error event',
    source: 'WX-N',
  },
  successNeverComes: {
    value: false,
    does: 'connectSocket connects but answers neither success nor complete',
    source: 'WX-C',
  },
  connectLimit: {
    value: 60_000,
    does: 'ms after which the host itself gives up a connection that does not open',
    source: 'WX-D, BD-D; AP-D 30000',
  },
  timeoutEvents: {
    value: 'as refused',
    one: ['as refused', 'close'],
    does: 'what such a connection reports: the same as one that was refused, or a close without code',
    source: 'QQ-N',
  },
  defaultMultiple: { value: true, does: 'what an omitted `multiple` means on Alipay', source: 'AP-D2' },
  secondConnect: {
    value: 'replace',
    one: ['replace', 'refuse', 'refuse if open'],
    does: 'a second connect of a single-socket host closes the old socket, or fails with error 3 until that is closed, or only while it is open',
    source: 'AP-T, DD-D / AP-D error 3 / AP-N',
  },
  sharesIds: {
    value: false,
    does: 'two sockets made in one millisecond have one id, and the earlier hears nothing',
    source: 'UNI app, observed',
  },
  promiseSettles: {
    value: 'on success',
    one: ['on success', 'late', 'never'],
    does: 'when a promise of a task is kept; late: 300 ms after success',
    source: 'TARO',
  },
  promiseHolds: {
    value: 'promise.__returned',
    one: ['promise.__returned', 'promise.socketTask', 'result.__returned', 'result.socketTask', 'nothing'],
    does: 'where the task is when mpx promises a result instead of it',
    source: 'MPX, observed; the other places are like it',
  },
};
