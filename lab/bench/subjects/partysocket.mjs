// @ts-check
/** Its `ws` entry, without the part that only PartyKit's servers need. @type {import('./index.mjs').Subject} */
export const partysocket = {
  name: 'partysocket/ws',
  package: 'partysocket',
  imports: `import ReconnectingWebSocket from 'partysocket/ws';`,
  // A mini program has no EventTarget: the package ships one for such places. Source: its README.
  prelude: `import 'partysocket/event-target-polyfill';`,
  uses: 'ReconnectingWebSocket',
  needsWebSocket: true,
  features: {
    'mini programs as they are': 'no, needs a `WebSocket` and `EventTarget`',
    'jittered backoff': 'no',
    'fresh token per attempt': 'in the url, async too',
    'decides by close code': 'yes',
    'foreground and network': 'no',
    'queue while away': 'newest dropped, silently',
    'result of a send': 'no',
  },
  restsOn: ['minReconnectionDelay', '_getNextUrl', 'shouldReconnectOnClose', 'maxEnqueuedMessages'],
  async connect(ReconnectingWebSocket, { WebSocket, url, on }) {
    const socket = new ReconnectingWebSocket(url, undefined, { WebSocket });
    socket.onopen = on.open;
    socket.onmessage = (/** @type {any} */ event) => on.message(event.data);
    socket.onclose = on.close;
    return { send: (data) => socket.send(data), close: () => socket.close(), drop: () => socket.reconnect() };
  },
};
