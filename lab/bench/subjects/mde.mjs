// @ts-check
/** mde-websocket itself, by the entry that an application imports. */

const features = {
  'mini programs as they are': 'yes',
  'jittered backoff': 'yes',
  'fresh token per attempt': 'yes, async too',
  'decides by close code': 'yes',
  'foreground and network': 'yes',
  'queue while away': 'bounded, with `fail`',
  'result of a send': '`success`, `fail`',
};

const restsOn = ['reconnectTimeout', 'params', 'shouldReconnect', 'wake', 'queueLimit'];

/** @param {string} entry @param {'wx' | 'my' | 'swan'} hostName @returns {import('./index.mjs').Subject} */
function mde(entry, hostName) {
  return {
    name: entry,
    package: 'mde-websocket',
    imports: `import MdeWebsocket from '${entry}';`,
    uses: 'MdeWebsocket',
    hostName,
    hasHeartbeat: true,
    features,
    restsOn,
    async connect(MdeWebsocket, { host, url, on }) {
      const task = await MdeWebsocket({ platform: host, params: { url } });
      task.onOpen = on.open;
      task.onMessage = (/** @type {any} */ event) => on.message(event.data);
      task.onClose = on.close;
      return {
        send: task.send,
        sendWatched: (data, success) => task.send({ data, success }),
        close: task.close,
      };
    },
  };
}

export const wechat = mde('mde-websocket/wechat', 'wx');
export const baidu = mde('mde-websocket/baidu', 'swan');
export const alipay = mde('mde-websocket/alipay', 'my');
export const universal = mde('mde-websocket', 'wx');
