// @ts-check
/** `network`: each report of the host is one event, of its kind, while somebody listens, and none else. */

/** @type {Record<string, string>} */
const NEWS = { AppShow: 'visible', AppHide: 'hidden' };

export function network() {
  /** What the host has told and the listener has not heard. @type {string[]} */
  let owed = [];
  return {
    name: 'class network',
    on: {
      /** @param {any} entry @param {import('../view.mjs').View} view */
      announce({ topic, payload }, view) {
        if (!view.isListening() || !view.hasNews(topic)) return;
        owed.push(NEWS[topic] ?? (payload.isConnected ? 'online' : 'offline'));
      },
      /** @param {any} entry */
      news({ type }) {
        const wanted = owed.shift();
        if (type !== wanted) return `network told ${type}, the host ${wanted ?? 'nothing'}`;
      },
    },
    settled() {
      const [missed] = owed;
      owed = [];
      if (missed) return `network did not tell ${missed}`;
    },
  };
}
