// @ts-check
/**
 * Which events a host reports, in what order, and what they carry.
 *
 * @type {Record<string, import('../quirks.mjs').Quirk>}
 */
export const EVENTS = {
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
  errorDelay: {
    value: 0,
    does: 'ms by which an error event comes late, so that its close comes first',
    source: 'observed on WeChat 2.30.3: a timer in front of onError, none in front of onClose',
  },
  closeDelay: { value: 0, does: 'ms by which a close event comes late', source: 'WX-C 0002e276e78e…' },
  duplicateEvents: { value: false, does: 'open, error and close are reported twice', source: 'WX-C 000e0a7c7c85…' },
  deafClose: {
    value: false,
    does: 'close() closes the socket but no close event ever follows',
    source: 'WX-C 000e0a7c7c85…',
  },
  closePayload: {
    value: 'full',
    one: ['full', 'reason only', 'string code', 'code 0', 'always 1006', 'none', 'undefined'],
    does: 'what a close event carries; code 0: where the host knows none; always 1006: whatever the server said; none: an empty object',
    source: 'WX-T / AP-T / TT-T / BD-N / TARO h5, observed / BD-S / AP-N',
  },
  undefinedPayloads: {
    value: false,
    does: 'an event with a native status other than 0 carries undefined',
    source: 'BD-S',
  },
  emptyPayloads: { value: false, does: 'open and error carry an empty object', source: 'UNI app, observed' },
  nesting: {
    value: 'both',
    one: ['data', 'both'],
    does: 'Alipay task payloads nested in `data` only, or on both levels',
    source: 'AP-T / AP-T2',
  },
  nestsSingle: { value: false, does: "messages of Alipay's single socket are nested in `data` too", source: 'AP-N' },
  bareErrors: { value: false, does: 'Alipay tells errors as {error: n} alone', source: 'AP-N' },
  binaryIn: {
    value: 'ArrayBuffer',
    one: ['ArrayBuffer', 'base64', 'Blob'],
    does: 'how bytes arrive; base64: on Alipay',
    source: 'WX-T / AP-D, LayaAir PR #2117 / TARO h5, MPX web, observed',
  },
  taskListeners: {
    value: 'accumulate',
    one: ['accumulate', 'replace'],
    does: 'several listeners of one task event',
    source: 'observed / TARO h5',
  },
  taskErrors: { value: true, does: 'a task has onError', source: 'FS-D lists none' },
  hostListeners: {
    value: 'accumulate',
    one: ['accumulate', 'replace'],
    does: 'several listeners of one onSocket* event',
    source: 'AP-D / DIM, BD-S',
  },
  socketOff: {
    value: false,
    does: 'a host whose events are on itself has offSocket* for them; Alipay always has',
    source: 'WX-T / DD-D',
  },
  offWorks: {
    value: 'removes',
    one: ['removes', 'does nothing', 'throws'],
    does: 'what an off* does with the listener it is given',
    source: 'AP-D; the others by reports of doubled messages',
  },
  readyState: {
    value: 'absent',
    one: ['absent', 'real', 'stuck', 'only alive', '3 until open'],
    does: 'readyState of a task: none, the real one, always 0, undefined on a dead task, or 3 until open and 2 after close()',
    source: 'WX-T / BD-S / WX-C oCJUswy3wSl7xC7P… / TT-T / UNI app, observed',
  },
};
