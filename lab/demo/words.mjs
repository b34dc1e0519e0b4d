// @ts-check
/**
 * How figures and events are put into words, on the terminal and on the page alike.
 */

/** The unit stays with its figure. @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(2)}\u00a0s`;
}

/** Our errors begin with our name, which goes without saying here. @param {string} errMsg */
export function plain(errMsg) {
  return errMsg.replace('mde-websocket: ', '');
}

/** Why an attempt ended. @param {{ cause?: string, code?: number }} change */
export function reason({ cause, code }) {
  if (cause === 'pong-timeout') return 'no pong';
  return code === undefined ? String(cause) : `${cause}, ${code}`;
}
