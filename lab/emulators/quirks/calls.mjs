// @ts-check
/**
 * How a host takes the calls on a socket.
 *
 * @type {Record<string, import('../quirks.mjs').Quirk>}
 */
export const CALLS = {
  callsPromise: {
    value: false,
    does: 'send and close without any callback return a promise, which rejects on failure; the global ones of Taro always',
    source: 'observed on WeChat 2.30.3; AP-T; TARO',
  },
  earlySendSync: {
    value: false,
    does: 'send before open fails at once instead of later',
    source: 'observed, BD-S',
  },
  earlySendSkipsComplete: { value: false, does: 'send before open does not call complete', source: 'BD-S' },
  earlySendSucceedsToo: {
    value: false,
    does: 'send before open calls fail, and then success as well',
    source: 'UNI app, observed',
  },
  sendThrows: { value: false, does: 'send throws', source: 'reconnecting-websocket' },
  sendFails: { value: false, does: 'send of an open socket answers fail', source: 'AP-D error 11' },
  sendNeverAnswers: { value: false, does: 'send goes out and answers nothing', source: 'WX-C uni-app#744' },
  sendAnswersTwice: { value: false, does: 'a failing send calls fail twice', source: 'UNI h5' },
  closeThrows: {
    value: false,
    does: 'close throws, though the socket is closed',
    source: 'websocket-heartbeat-miniprogram',
  },
  closeRefusals: {
    value: 0,
    does: 'so many closes of each socket fail and close nothing; the next one is heard',
    source: 'DIM, observed',
  },
  closeWantsForeground: {
    value: false,
    does: 'from the moment of hiding until the return close fails and closes nothing, whatever send and connect do',
    source: 'DIM, observed',
  },
  closeBeforeOpen: {
    value: 'aborts',
    one: ['aborts', 'ignored'],
    does: 'what close() does while connecting',
    source: 'DIM / BD-D closeSocket, WX-T closeSocket',
  },
  ghostSocket: {
    value: false,
    does: 'close() is accepted and changes nothing: the link goes on talking',
    source: 'websocket-heartbeat-miniprogram',
  },
  emptyCloseSucceeds: { value: false, does: 'close with nothing to close answers success', source: 'AP-N' },
  dropsCloseOptions: {
    value: false,
    does: 'code and reason of close() do not reach the server',
    source: 'AP-N, DD-O; TARO h5 and MPX web, observed',
  },
  closeSocketClosesAll: { value: false, does: 'closeSocket closes every socket of the program', source: 'BD-S' },
  globalSendThrows: {
    value: false,
    does: 'sendSocketMessage throws if there was never a connect',
    source: 'BD-S',
  },
  mutatesOptions: {
    value: false,
    does: 'writes into the options it was given; bytes become base64 in place',
    source: 'BD-S',
  },
  refusesViews: { value: true, does: 'send fails on a TypedArray or DataView', source: 'WX-T, DIM' },
  refusesCodes: {
    value: true,
    does: 'close fails, and closes nothing, on a code other than 1000 or 3000-4999',
    source: 'DIM, AP-T2',
  },
  acceptsArrayBuffer: { value: false, does: 'Alipay takes an ArrayBuffer in send', source: 'AP-T2, client 10.5.16' },
  checksThis: {
    value: true,
    does: 'a method called off its host throws',
    source: 'websocket-heartbeat-miniprogram on my',
  },
};
