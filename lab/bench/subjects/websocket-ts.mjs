// @ts-check
/**
 * With the queue and the first backoff of its README: it does not reconnect unless told how.
 *
 * @type {import('./index.mjs').Subject}
 */
export const websocketTs = {
  name: 'websocket-ts',
  package: 'websocket-ts',
  imports: `import { ArrayQueue, ConstantBackoff, WebsocketBuilder } from 'websocket-ts';`,
  uses: '{ ArrayQueue, ConstantBackoff, WebsocketBuilder }',
  needsWebSocket: true,
  features: {
    'mini programs as they are': 'no, needs a global `WebSocket`',
    'jittered backoff': 'no',
    'fresh token per attempt': 'in the url',
    'decides by close code': 'no',
    'foreground and network': 'no',
    'queue while away': 'optional, with or without bound',
    'result of a send': 'no',
  },
  restsOn: ['withBackoff', '_urlProvider', 'withBuffer'],
  async connect({ ArrayQueue, ConstantBackoff, WebsocketBuilder }, { url, on }) {
    const socket = new WebsocketBuilder(url)
      .withBuffer(new ArrayQueue())
      .withBackoff(new ConstantBackoff(1000))
      .onOpen(on.open)
      .onMessage((/** @type {any} */ _socket, /** @type {any} */ event) => on.message(event.data))
      .onClose((/** @type {any} */ _socket, /** @type {any} */ event) => on.close(event))
      .build();
    return {
      send: (data) => socket.send(data),
      close: () => socket.close(),
      drop: () => socket.underlyingWebsocket.close(),
    };
  },
};
