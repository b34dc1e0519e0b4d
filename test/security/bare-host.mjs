// @ts-check
/**
 * The least that a bundle takes for a host: it keeps nothing but the listeners of the moment, so it can be flooded,
 * and it reports whatever it is told to, so it can lie.
 *
 * @param {string} kind `single`: one socket, its events on the host; `task` and `nested`: a SocketTask
 */
export function bareHost(kind) {
  /** @type {Record<string, ((event?: any) => void)[]>} */
  let listeners = {};
  const hold = (/** @type {string} */ name) => (/** @type {any} */ listener) => {
    listeners[name] = [...(listeners[name] ?? []), listener];
  };
  const drop = (/** @type {string} */ name) => (/** @type {any} */ listener) => {
    listeners[name] = (listeners[name] ?? []).filter((other) => other !== listener);
  };
  const events = ['Open', 'Message', 'Error', 'Close'];
  const accept = (/** @type {any} */ options) => options.success?.({ errMsg: 'ok' });
  /** What was sent while the host had nothing to say. @type {any[]} */
  let unanswered = [];
  let isMute = false;
  const send = (/** @type {any} */ options) => (isMute ? unanswered.push(options) : accept(options));

  /** @type {Record<string, any>} */
  const host = {
    connectSocket(/** @type {any} */ params) {
      accept(params);
      if (kind === 'single') return undefined;
      listeners = {};
      const task = { send, close: accept };
      return Object.assign(task, Object.fromEntries(events.map((name) => [`on${name}`, hold(name)])));
    },
    sendSocketMessage: send,
    closeSocket: accept,
  };
  if (kind !== 'task') {
    for (const name of events) {
      host[`onSocket${name}`] = hold(name);
      host[`offSocket${name}`] = drop(name);
    }
  }

  return {
    host,
    /** What `params` has to say for this kind. */
    params: kind === 'nested' ? { multiple: true } : {},
    /** Says nothing to what `call` sends, then that it was not sent. @param {() => void} call */
    refuse(call) {
      isMute = true;
      call();
      const refused = unanswered;
      unanswered = [];
      for (const { fail } of refused) fail({ errMsg: 'not sent' });
      isMute = false;
    },
    /** @param {'Open' | 'Message' | 'Error' | 'Close'} name @param {any} [event] */
    emit(name, event) {
      for (const listener of [...(listeners[name] ?? [])]) listener(event);
    },
  };
}
