// @ts-check
/**
 * Promises 6 and 7: the application's listeners on the host keep working, its objects stay as they were, methods are
 * called on their host; and once every socket is closed and nobody listens to `network`, the host holds no listener of
 * ours and no timer runs.
 */
const TOPICS = ['AppShow', 'AppHide', 'NetworkStatusChange'];

export function notOurs() {
  /** @type {{ params: any, before: any }[]} */
  const kept = [];
  /** A close that was asked for in the background is asked for again on return. */
  let isHidden = false;
  return {
    name: 'class 7 not ours',
    on: {
      /** @param {any} entry */
      born: ({ options: { params } }) => void kept.push({ params, before: { ...params } }),
      /** @param {any} entry */
      announce({ topic }) {
        if (topic === 'AppHide' || topic === 'AppShow') isHidden = topic === 'AppHide';
      },
      /** @param {any} entry */
      torn: ({ name }) => `${name} was called off its object`,
      /** @param {any} entry */
      unlisten({ topic, listener, leaving }) {
        if (!listener) return `off${topic} was called without a listener, which removes everybody's`;
        if (leaving.some((/** @type {any} */ { owner }) => owner < 0))
          return `off${topic} removed a listener of the application`;
      },
    },
    /** @param {import('../view.mjs').View} view */
    settled(view) {
      const [missing] = view.missingListeners();
      if (missing) return `the application's listener of ${missing} is gone`;
      for (const { params, before } of kept) {
        const isSame = Object.keys(params).join() === Object.keys(before).join() && params.header === before.header;
        if (!isSame) return 'the params of the caller were changed';
      }
      const counts = TOPICS.filter(view.canRemove).map((topic) => ours(view, topic));
      if (counts.some((count) => count > 1)) return 'the host holds two listeners of ours for one thing';
      if (view.instances().some(({ socket }) => socket?.readyState !== 3)) return;
      if (view.allTimers().some(({ ms }) => ms > 0) && !view.sharesLine)
        return 'a timer runs though every socket is closed';
      if (counts.some((count) => count > 0) && !view.isListening() && !isHidden)
        return 'the host holds a listener of ours though every socket is closed';
    },
  };
}

/** @param {import('../view.mjs').View} view @param {string} topic */
function ours(view, topic) {
  return view.listeners(topic).filter(({ owner }) => owner >= 0).length;
}
