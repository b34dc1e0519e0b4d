// @ts-check
/** What an app says of its server to Pusher; its own server would sign the channels. */

/** @param {string} url */
export function pusherOptions(url) {
  const [, wsHost, port] = /** @type {RegExpExecArray} */ (/^ws:\/\/([^:/]+):(\d+)/.exec(url));
  return {
    cluster: '',
    wsHost,
    wsPort: Number(port),
    forceTLS: false,
    channelAuthorization: {
      customHandler: (/** @type {any} */ _, /** @type {any} */ callback) => callback(null, { auth: 'key:signed' }),
    },
  };
}
