// @ts-check
/**
 * A rule of the contract as something that watches: it hears of everything that happens, as it happens, and is asked
 * after every step whether all is well. A sentence in return is a violation.
 *
 * @typedef {'open' | 'message' | 'error' | 'close' | 'reconnect'} EventType
 * @typedef {string | undefined | void} Verdict
 * @typedef {Record<string, any> & { kind: string }} Entry
 * @typedef {{
 *   name: string,
 *   on: Record<string, (entry: any, view: View) => Verdict>,
 *   settled?: (view: View) => Verdict,
 *   atEnd?: (view: View) => Verdict,
 * }} Rule `atEnd` is asked once every task has been closed and the host has come to rest
 *
 * @typedef {{ due: number, ms: number, owner?: number }} Timer
 * @typedef {{ index: number, name: string, spec: any, readonly state: string | undefined, readonly latency?: number | null }} Member a task that was
 *   started; it has no state before its handle arrived
 * @typedef {{
 *   now: () => number,
 *   turn: () => number,
 *   isSuspended: () => boolean,
 *   setAt: () => number,
 *   setBack: () => number,
 *   isPing: (text: string) => boolean,
 *   sharesLine: boolean,
 *   carriesBytes: boolean,
 *   promises: boolean,
 *   members: () => Member[],
 *   sockets: () => any[],
 *   line: () => any,
 *   timers: (task: number) => Timer[],
 *   listeners: (topic: string) => { owner: number }[],
 *   canRemove: (topic: string) => boolean,
 *   missingListeners: () => string[],
 *   originOf: (payload: any) => { socket: any, what: string } | undefined,
 * }} View what a rule may look at
 */

/**
 * A state for each task, made when it is first asked for.
 *
 * @template State
 * @param {() => State} make
 */
export function perTask(make) {
  /** @type {State[]} */
  const states = [];
  return {
    of(/** @type {number} */ task) {
      states[task] ??= make();
      return states[task];
    },
    all: () => states.filter(Boolean),
  };
}

/** Whether an event was seen by the handler that follows a task all its life. @param {Entry} entry */
export function isMain({ handler }) {
  return handler === 'main';
}

/** @param {View} view @param {number} task @returns {Member | undefined} */
export function memberOf(view, task) {
  return view.members()[task];
}

/** Whether a socket is the last that its task asked for. @param {View} view @param {any} socket */
export function isNewest(view, socket) {
  return newestOf(view, socket.owner) === socket;
}

/** @param {View} view @param {number} task */
export function newestOf(view, task) {
  const sockets = view.sockets();
  for (let at = sockets.length - 1; at >= 0; at -= 1) if (sockets[at].owner === task) return sockets[at];
  return undefined;
}

/** Whether a message on a line comes before the open, when it could be the old socket's. @param {any} socket @param {string} what */
export function isTooEarly(socket, what) {
  return what === 'message' && socket.isLine && socket.phase === 'connecting';
}

/** Whether a task has a heartbeat. @param {any} spec */
export function beats({ ping }) {
  return ping > 0 && ping < Number.POSITIVE_INFINITY;
}

/** Whether the program is done with a socket. On a line a close may have been another's. @param {any} socket */
export function isLeft({ isLine, told, isReported }) {
  return !isLine && (told > 0 || isReported);
}
