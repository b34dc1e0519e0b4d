// @ts-check
/**
 * How figures and events are put into words, on the terminal and on a page alike.
 *
 * @typedef {typeof ENGLISH} Words another language is an object of this shape
 */

/** The unit stays with its figure. @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(2)}\u00a0s`;
}

/** Our errors begin with our name, which goes without saying here. @param {string} errMsg */
export function plain(errMsg) {
  return errMsg.replace('mde-websocket: ', '');
}

/** Why an attempt ended. @param {{ cause?: string, code?: number }} change @param {Words} [words] */
export function reason({ cause, code }, words = ENGLISH) {
  if (cause === 'pong-timeout') return words.noPong;
  return code === undefined ? String(cause) : `${cause}, ${code}`;
}

/** Everything the chart says. */
export const ENGLISH = {
  legend: {
    open: 'open',
    connecting: 'connecting',
    waiting: 'waiting to try again',
    closed: 'closed',
    trouble: 'trouble, until the last link is back',
    lost: 'link lost; the figure is how long until it was open again',
    ping: 'ping into a silent link',
    direct: 'message sent at once',
    kept: 'message kept until the link was open',
    dropped: 'message dropped',
  },
  noPong: 'no pong',
  state: { open: 'open', connecting: 'connecting', waiting: 'waiting', closed: 'closed' },
  trouble: (/** @type {string} */ name) => name,
  period: (/** @type {string} */ what, /** @type {string} */ from, /** @type {string} */ to) =>
    `${what}: ${from} to ${to}`,
  span: (/** @type {string} */ state, /** @type {string} */ from, /** @type {string} */ to) =>
    `${state} from ${from} to ${to}`,
  attempt: (/** @type {number} */ n) => `attempt ${n}`,
  because: (/** @type {string} */ why) => `because: ${why}`,
  lostAt: (/** @type {string} */ name, /** @type {string} */ at, /** @type {string} */ cause) =>
    `${name}: lost at ${at} (${cause})`,
  pingAt: (/** @type {string} */ at) => `ping at ${at}`,
  message: (/** @type {number} */ n, /** @type {string} */ at) => `message ${n}, sent at ${at}`,
  dropped: (/** @type {string} */ why) => `dropped: ${why}`,
  why: (/** @type {string} */ why) => why,
  kept: 'kept',
  arrived: (/** @type {string} */ later) => `arrived ${later} later`,
  unanswered: 'never answered',
  tick: (/** @type {number} */ second) => `${second} s`,
  chart: (/** @type {string[]} */ links, /** @type {string[]} */ troubles) =>
    `Timeline of ${links.join('; ')} through ${troubles.join(', ')}; the tables below hold the figures.`,
};
