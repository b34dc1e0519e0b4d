// @ts-check
/**
 * The least that a host of the `wx` family can be: one slot for each listener, no queue, no checks. What a message
 * costs here is the limit; what it costs beyond is the library's.
 *
 * Nothing happens by itself: a benchmark calls the listeners of a socket.
 *
 * @typedef {{
 *   listeners: Record<'open' | 'message' | 'error' | 'close', (event?: any) => void>,
 *   isHeard: boolean, sent: number, last: any, answers: boolean, unanswered: (() => void)[],
 * }} BareSocket
 */

const ACCEPTED = { errMsg: 'sendSocketMessage:ok' };

const ignore = () => {};

export function bareWx() {
  /** @type {BareSocket[]} */
  const sockets = [];

  function connectSocket() {
    /** @type {BareSocket} */
    const socket = {
      listeners: { open: ignore, message: ignore, error: ignore, close: ignore },
      isHeard: false,
      sent: 0,
      last: undefined,
      answers: true,
      unanswered: [],
    };
    sockets.push(socket);
    return taskOf(socket);
  }

  return { host: { connectSocket }, sockets };
}

/** @param {BareSocket} socket */
function taskOf(socket) {
  const { listeners } = socket;
  return {
    onOpen(/** @type {() => void} */ listener) {
      listeners.open = listener;
      socket.isHeard = true;
    },
    onMessage(/** @type {() => void} */ listener) {
      listeners.message = listener;
    },
    onError(/** @type {() => void} */ listener) {
      listeners.error = listener;
    },
    onClose(/** @type {() => void} */ listener) {
      listeners.close = listener;
    },
    send(/** @type {any} */ message) {
      socket.sent += 1;
      socket.last = message.data;
      if (!message.success) return;
      if (socket.answers) message.success(ACCEPTED);
      else socket.unanswered.push(message.success);
    },
    close() {},
  };
}
