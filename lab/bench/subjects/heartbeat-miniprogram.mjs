// @ts-check
/** @type {import('./index.mjs').Subject} */
export const heartbeatMiniprogram = {
  name: 'websocket-heartbeat-miniprogram',
  package: 'websocket-heartbeat-miniprogram',
  imports: `import WebsocketHeartbeat from 'websocket-heartbeat-miniprogram';`,
  uses: 'WebsocketHeartbeat',
  hostName: 'wx',
  hasHeartbeat: true,
  features: {
    'mini programs as they are': 'yes',
    'jittered backoff': 'no',
    'fresh token per attempt': 'no',
    'decides by close code': 'no',
    'foreground and network': 'no',
    'queue while away': 'no',
    'result of a send': '`success`, `fail`',
  },
  restsOn: ['miniprogram', 'connectSocketParams'],
  async connect(WebsocketHeartbeat, { host, url, on }) {
    const task = await WebsocketHeartbeat({ miniprogram: host, connectSocketParams: { url } });
    task.onOpen = on.open;
    task.onMessage = (/** @type {any} */ event) => on.message(event.data);
    task.onClose = on.close;
    return {
      send: (data) => task.send({ data }),
      sendWatched: (data, success) => task.send({ data, success }),
      close: () => task.close({}),
    };
  },
};
