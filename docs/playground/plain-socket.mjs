// @ts-check
/**
 * The host's own socket, as the lanes without this library use it: a task, the host itself where it has one socket, or
 * a browser's `WebSocket`.
 *
 * @typedef {(event?: any) => void} Listener
 * @typedef {{ data: string, success: () => void, fail: (error: { errMsg: string }) => void }} Message
 * @typedef {{
 *   onOpen: (listener: Listener) => void,
 *   onMessage: (listener: Listener) => void,
 *   onError: (listener: Listener) => void,
 *   onClose: (listener: Listener) => void,
 *   send: (message: Message) => void,
 * }} PlainSocket
 */

/**
 * What connects on this host.
 *
 * @param {import('./host.mjs').PlaygroundHost} host
 * @param {Record<string, any>} params
 * @returns {(fail: Listener) => PlainSocket}
 */
export function plainSockets({ host, globals }, params) {
  if (!host.connectSocket) return () => browserSocket(new globals.WebSocket(params.url));
  const line = createLine(host);
  return (fail) => {
    const task = host.connectSocket({ ...params, fail });
    return task?.onOpen ? taskSocket(task) : line;
  };
}

/** @param {any} task @returns {PlainSocket} */
function taskSocket(task) {
  return {
    onOpen: (listener) => task.onOpen(listener),
    onMessage: (listener) => task.onMessage((/** @type {any} */ event) => listener(textIn(event))),
    onError: (listener) => task.onError?.(listener),
    onClose: (listener) => task.onClose(listener),
    send: (message) => task.send(told(message)),
  };
}

/** One set of listeners for all connections, as a careful programmer has it. @param {any} host @returns {PlainSocket} */
function createLine(host) {
  /** @type {Record<string, Listener>} */
  const heard = {};
  /** @param {string} name @param {(event: any) => any} [read] */
  const hear = (name, read = (event) => event) => {
    return (/** @type {Listener} */ listener) => {
      if (!heard[name]) host[`onSocket${name}`]?.((/** @type {any} */ event) => heard[name](read(event)));
      heard[name] = listener;
    };
  };
  return {
    onOpen: hear('Open'),
    onMessage: hear('Message', textIn),
    onError: hear('Error'),
    onClose: hear('Close'),
    send: (message) => host.sendSocketMessage(told(message)),
  };
}

/** @param {WebSocket} socket @returns {PlainSocket} */
function browserSocket(socket) {
  return {
    onOpen: (listener) => socket.addEventListener('open', () => listener()),
    onMessage: (listener) => socket.addEventListener('message', ({ data }) => listener(data)),
    onError: (listener) => socket.addEventListener('error', () => listener()),
    onClose: (listener) => socket.addEventListener('close', ({ code, reason }) => listener({ code, reason })),
    send({ data, success, fail }) {
      try {
        const isOpen = socket.readyState === 1;
        socket.send(data);
        if (isOpen) success();
        else fail({ errMsg: 'WebSocket is already in CLOSING or CLOSED state.' });
      } catch (error) {
        fail({ errMsg: /** @type {Error} */ (error).message });
      }
    },
  };
}

/** Where several sockets are allowed, Alipay puts the message one level deeper. @param {any} event */
const textIn = ({ data }) => data?.data ?? data;

/** A host's failures under one name. @param {Message} message */
function told({ data, success, fail }) {
  /** @param {any} error */
  const failed = (error) =>
    fail({ errMsg: error?.errMsg ?? error?.errorMessage ?? `error ${error?.error ?? error?.errorCode ?? ''}`.trim() });
  return { data, success, fail: failed };
}
