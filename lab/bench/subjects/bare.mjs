// @ts-check
/** The host's own socket with nothing around it: the limit of every figure. */

/** @type {import('./index.mjs').Subject} */
export const bareHost = {
  name: 'bare host socket',
  hostName: 'wx',
  async connect(_library, { host, url, on }) {
    const socket = host.connectSocket({ url, success() {} });
    socket.onOpen(on.open);
    socket.onMessage((/** @type {any} */ event) => on.message(event.data));
    socket.onClose(on.close);
    return {
      send: (data) => socket.send({ data }),
      sendWatched: (data, success) => socket.send({ data, success }),
      close: () => socket.close({}),
    };
  },
};

/** The adapter that the peers for browsers stand on, so that its own share can be told. @type {import('./index.mjs').Subject} */
export const bareAdapter = {
  name: 'bare WebSocket adapter',
  needsWebSocket: true,
  async connect(_library, { WebSocket, url, on }) {
    const socket = new WebSocket(url);
    socket.addEventListener('open', on.open);
    socket.addEventListener('message', (/** @type {any} */ event) => on.message(event.data));
    socket.addEventListener('close', on.close);
    return { send: (data) => socket.send(data), close: () => socket.close() };
  },
};
