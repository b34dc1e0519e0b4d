// @ts-check
/** @type {import('./index.mjs').Subject} */
export const reconnectingWebsocket = {
  name: 'reconnecting-websocket',
  package: 'reconnecting-websocket',
  imports: `import ReconnectingWebSocket from 'reconnecting-websocket';`,
  uses: 'ReconnectingWebSocket',
  needsWebSocket: true,
  features: {
    'mini programs as they are': 'no, needs a `WebSocket`',
    'jittered backoff': 'drawn once per program',
    'fresh token per attempt': 'in the url, async too',
    'decides by close code': 'no',
    'foreground and network': 'no',
    'queue while away': 'newest dropped, silently',
    'result of a send': 'no',
  },
  restsOn: ['minReconnectionDelay', '_getNextUrl', 'maxEnqueuedMessages'],
  async connect(ReconnectingWebSocket, { WebSocket, url, on }) {
    const socket = new ReconnectingWebSocket(url, undefined, { WebSocket });
    socket.onopen = on.open;
    socket.onmessage = (/** @type {any} */ event) => on.message(event.data);
    socket.onclose = on.close;
    return { send: (data) => socket.send(data), close: () => socket.close(), drop: () => socket.reconnect() };
  },
};
