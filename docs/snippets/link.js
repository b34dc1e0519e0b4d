// link.js
import MdeWebsocket, { backoff } from 'mde-websocket/wechat';

let link;
let users = 0;

/** The one link, opened for the first component that asks. */
export function acquire() {
  users += 1;
  link ??= MdeWebsocket({
    params: { url: 'wss://example.com/socket' },
    isPong: (data) => data === 'pong',
    reconnectTimeout: backoff(),
  });
  return link;
}

/** Closes the link when the last component is gone, but not if one comes back in the same moment. */
export function release() {
  users -= 1;
  setTimeout(() => {
    if (users > 0) return;
    link?.then((task) => task.close());
    link = undefined;
  });
}

// A hot reload of this file would leave its link behind.
import.meta.hot?.dispose(() => link?.then((task) => task.close()));
