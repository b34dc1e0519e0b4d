// @ts-check
/**
 * Every oddity of a host as a named switch. A host picks its own defaults; a test turns single switches.
 *
 * @typedef {boolean | number | string} Value
 * @typedef {{ value: Value, one?: string[], does: string, source: string }} Quirk
 * @typedef {Record<string, any>} Quirks
 */

/** @type {Record<string, Quirk>} */
export const QUIRKS = {
  // connectSocket
  maxSockets: { value: 5, does: 'sockets alive at once; one more fails', source: 'WX-D, AP-D, BD-D, TT-D' },
  limitReturnsTask: {
    value: true,
    does: 'over the limit connectSocket still returns a task, a dead one',
    source: 'DIM',
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
  defaultMultiple: { value: true, does: 'what an omitted `multiple` means on Alipay', source: 'AP-D2' },
  secondConnect: {
    value: 'replace',
    one: ['replace', 'refuse'],
    does: 'a second connect of a single-socket host closes the old socket, or fails with error 3',
    source: 'AP-T / AP-D error 3',
  },

  // events
  refusedEvents: {
    value: 'error-close',
    one: ['error', 'close', 'error-close', 'close-error', 'none'],
    does: 'what a connection that never opened reports',
    source: 'DIM, observed',
  },
  lossEvents: {
    value: 'close',
    one: ['error', 'close', 'error-close', 'close-error', 'none'],
    does: 'what a broken open link reports',
    source: 'WX-C oCJUsw17GCil…, DIM',
  },
  closeAfterError: { value: 0, does: 'ms between the error and the close of error-close', source: 'DIM' },
  closeDelay: { value: 0, does: 'ms by which a close event comes late', source: 'WX-C 0002e276e78e…' },
  duplicateEvents: { value: false, does: 'open, error and close are reported twice', source: 'WX-C 000e0a7c7c85…' },
  deafClose: {
    value: false,
    does: 'close() closes the socket but no close event ever follows',
    source: 'WX-C 000e0a7c7c85…',
  },
  ghostSocket: {
    value: false,
    does: 'close() is accepted and changes nothing: the link goes on talking',
    source: 'websocket-heartbeat-miniprogram',
  },
  closeBeforeOpen: {
    value: 'aborts',
    one: ['aborts', 'ignored'],
    does: 'what close() does while connecting',
    source: 'DIM / BD-D closeSocket, WX-T closeSocket',
  },
  closePayload: {
    value: 'full',
    one: ['full', 'reason only', 'string code', 'none'],
    does: 'what a close event carries',
    source: 'AP-T onSocketClose, TT-T, BD-S',
  },
  undefinedPayloads: {
    value: false,
    does: 'an event with a native status other than 0 carries undefined',
    source: 'BD-S',
  },
  nesting: {
    value: 'both',
    one: ['data', 'both'],
    does: 'Alipay task payloads nested in `data` only, or on both levels',
    source: 'AP-T / AP-T2',
  },
  binaryIn: {
    value: 'ArrayBuffer',
    one: ['ArrayBuffer', 'base64'],
    does: 'how bytes arrive on Alipay',
    source: 'AP-D / LayaAir PR #2117',
  },
  taskListeners: {
    value: 'accumulate',
    one: ['accumulate', 'replace'],
    does: 'several listeners of one task event',
    source: 'observed / TARO h5',
  },
  hostListeners: {
    value: 'accumulate',
    one: ['accumulate', 'replace'],
    does: 'several listeners of one onSocket* event',
    source: 'AP-D / DIM, BD-S',
  },

  // calls
  earlySendSync: {
    value: false,
    does: 'send before open fails at once instead of later',
    source: 'observed, BD-S',
  },
  earlySendSkipsComplete: { value: false, does: 'send before open does not call complete', source: 'BD-S' },
  sendThrows: { value: false, does: 'send throws', source: 'reconnecting-websocket' },
  sendFails: { value: false, does: 'send of an open socket answers fail', source: 'AP-D error 11' },
  sendNeverAnswers: { value: false, does: 'send goes out and answers nothing', source: 'WX-C uni-app#744' },
  sendAnswersTwice: { value: false, does: 'a failing send calls fail twice', source: 'UNI h5' },
  closeThrows: {
    value: false,
    does: 'close throws, though the socket is closed',
    source: 'websocket-heartbeat-miniprogram',
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
  readyState: {
    value: 'absent',
    one: ['absent', 'real', 'stuck', 'only alive'],
    does: 'readyState of a task: none, the real one, always 0, or undefined on a dead task',
    source: 'WX-T / BD-S / WX-C oCJUswy3wSl7xC7P… / TT-T',
  },

  // application life
  appEvents: { value: true, does: 'onAppShow and onAppHide exist', source: 'AP-D: not in the IDE' },
  appOff: { value: true, does: 'offAppShow, offAppHide and offNetworkStatusChange exist', source: 'WX-T / BD-D' },
  networkEvents: { value: true, does: 'onNetworkStatusChange exists', source: 'DIM' },
  backgroundLoss: {
    value: 'close',
    one: ['close', 'silent', 'none'],
    does: 'links after 5 s in the background: closed, cut without an event, or kept',
    source: 'WX-C 000e8e788684… / 000e0a7c7c85…',
  },
  backgroundCode: {
    value: 1000,
    does: 'the code of that close, reason "interrupted"',
    source: 'WX-C: 1000, 1006 and 0 were seen',
  },
  backgroundFreezes: {
    value: false,
    does: 'after 5 s in the background timers and callbacks wait for the return',
    source: 'WX-D operating-mechanism',
  },
  backgroundInterrupts: {
    value: true,
    does: 'connect, send and close fail while the network is cut off in the background',
    source: 'WX-D, observed',
  },

  // frameworks
  promiseSettles: {
    value: 'on success',
    one: ['on success', 'late', 'never'],
    does: 'when a promise of a task is kept; late: 300 ms after success',
    source: 'TARO',
  },
};

/**
 * The switches of one host: the table's values, the host's own, then the caller's. Sealed: a misspelt name throws.
 *
 * @param {...(Record<string, Value> | undefined)} layers
 * @returns {Quirks}
 */
export function quirkSet(...layers) {
  /** @type {Quirks} */
  const set = {};
  for (const name of Object.keys(QUIRKS)) set[name] = QUIRKS[name].value;
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer ?? {})) {
      check(name, value);
      set[name] = value;
    }
  }
  return Object.seal(set);
}

/** @param {string} name @param {Value} value */
function check(name, value) {
  const quirk = QUIRKS[name];
  if (!quirk) throw new TypeError(`There is no quirk "${name}"; the names are in lab/emulators/quirks.mjs`);
  const expected = quirk.one ? quirk.one.join(' | ') : typeof quirk.value;
  const fits = quirk.one ? quirk.one.includes(String(value)) : typeof value === typeof quirk.value;
  if (!fits) throw new TypeError(`Quirk "${name}" takes ${expected}, not ${JSON.stringify(value)}`);
}
