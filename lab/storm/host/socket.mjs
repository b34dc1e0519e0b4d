// @ts-check
/**
 * One socket of the storm's host: what it truly is, beside what the host says about it.
 *
 * @typedef {'open' | 'message' | 'error' | 'close'} Kind
 * @typedef {{
 *   id: number,
 *   owner: number,
 *   params: any,
 *   isLine: boolean,
 *   phase: 'connecting' | 'open' | 'dead',
 *   isReachable: boolean,
 *   told: number,
 *   isToldOpen: boolean,
 *   isMute: boolean,
 *   isAnswering: boolean,
 *   isCrooked: boolean,
 *   isPingRefused: boolean,
 *   isReported: boolean,
 *   isOver: boolean,
 *   isGivenUp: boolean,
 *   refusals: number,
 *   isConfirmed: boolean,
 *   isAsked: boolean,
 *   said: number,
 *   settle?: { resolve: (task: any) => void, reject: (error: any) => void },
 *   handle: any,
 *   listeners: Record<Kind, import('./listeners.mjs').Entry[]>,
 * }} Socket
 */

/**
 * @param {number} id
 * @param {number} owner the task that asked for it
 * @param {any} params
 * @param {boolean} isLine whether its events and calls are on the host
 * @returns {Socket}
 */
export function createSocket(id, owner, params, isLine) {
  return {
    id,
    owner,
    params,
    isLine,
    phase: 'connecting',
    /** Whether the program has anything to close it with. */
    isReachable: isLine,
    /** How often the program asked for its end, and whether it did so since the socket opened. */
    told: 0,
    isToldOpen: false,
    /** The server no longer answers: a half-open link. */
    isMute: false,
    /** The last ping reached a server that answers it. */
    isAnswering: false,
    /** The host said something untrue about it, or its listeners were taken away by somebody else. */
    isCrooked: false,
    isPingRefused: false,
    /** Its close event came. */
    isReported: false,
    /** Its attempt has ended for the handlers. */
    isOver: false,
    /** Closed by the user while connecting, on a line, where nobody can watch it any longer. */
    isGivenUp: false,
    /** Closes that were refused because the host does so a number of times. */
    refusals: 0,
    /** The program asked for its end, and knows of it: by a success or by the event. */
    isAsked: false,
    isConfirmed: false,
    said: 0,
    handle: null,
    listeners: { open: [], message: [], error: [], close: [] },
  };
}

/** The names of the tasks, as the story tells them. */
export const NAMES = 'ABC';

/** Which task a socket is for is in its address. @param {any} params @param {number} otherwise */
export function ownerOf(params, otherwise) {
  const at = NAMES.indexOf(String(params?.url).slice(-1));
  return at < 0 ? otherwise : at;
}
