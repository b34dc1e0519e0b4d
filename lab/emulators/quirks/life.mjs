// @ts-check
/**
 * The application's life: hidden and shown, with a network and without.
 *
 * @type {Record<string, import('../quirks.mjs').Quirk>}
 */
export const LIFE = {
  appEvents: { value: true, does: 'onAppShow and onAppHide exist', source: 'AP-D: not in the IDE' },
  appNames: {
    value: 'onAppShow',
    one: ['onAppShow', 'onShow'],
    does: 'how these are called; onShow: onShow and onHide, as mini games have them',
    source: 'WX-T / GAME-T, QQ-G',
  },
  appOff: { value: true, does: 'offAppShow, offAppHide and offNetworkStatusChange exist', source: 'WX-T / BD-D' },
  networkEvents: { value: true, does: 'onNetworkStatusChange exists', source: 'DIM' },
  networkLies: {
    value: false,
    does: 'the network event says isConnected: true whatever happened',
    source: 'TARO h5 and UNI h5, observed',
  },
  backgroundLoss: {
    value: 'close',
    one: ['close', 'silent', 'none'],
    does: 'links after 5 s in the background: closed, cut without an event, or kept',
    source: 'WX-C 000e8e788684… / 000e0a7c7c85…',
  },
  backgroundCode: {
    value: 1000,
    does: 'the code of that close, reason "interrupted"; -1: no code at all',
    source: 'WX-C: 1000, 1006 and 0 were seen; WX-N: none',
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
  refusesAtHide: {
    value: false,
    does: 'they fail from the moment of hiding already, while open links live and deliver for 5 s more',
    source: 'DIM, observed',
  },
  realm: {
    value: 'page',
    one: ['page', 'worker', 'none'],
    does: 'what a browser has around its WebSocket: a page, a worker with events of the network, or nothing, as Node 22',
    source: 'WHATWG',
  },
  hiddenTimers: {
    value: false,
    does: 'timers of a hidden page fire at whole seconds',
    source: 'observed in Chromium',
  },
};
