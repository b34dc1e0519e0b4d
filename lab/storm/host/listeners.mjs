// @ts-check
/**
 * Everything that is listened to on the host itself, by the library, by the application and by strangers.
 *
 * @typedef {{ listener: (...args: any[]) => any, owner: number }} Entry an owner of -1 is the application
 */

/** What comes from the life of the application: the program hears it once for everybody in it. */
export const NEWS = ['AppShow', 'AppHide', 'NetworkStatusChange'];

/** What the host can be listened to for. */
export const TOPICS = ['SocketOpen', 'SocketMessage', 'SocketError', 'SocketClose', ...NEWS];

/** @param {import('../types').World} world */
export function createListeners(world) {
  /** @type {Record<string, Entry[]>} */
  const lists = Object.fromEntries(TOPICS.map((topic) => [topic, []]));
  /** @type {Record<string, Entry>} */
  const applications = {};

  return {
    of: (/** @type {string} */ topic) => lists[topic].slice(),
    /** @param {string} topic @param {any} listener */
    on(topic, listener) {
      lists[topic].push({ listener, owner: world.owner() });
    },
    /** Without a listener everybody's are removed. Source: AP-D, WX-T. @param {string} topic @param {any} listener */
    off(topic, listener) {
      const leaving = lists[topic].filter((entry) => !listener || entry.listener === listener);
      world.log({ kind: 'unlisten', topic, owner: world.owner(), listener, leaving });
      lists[topic] = lists[topic].filter((entry) => !leaving.includes(entry));
    },
    /** The application listens too. @param {string} topic @param {() => void} listener */
    addApplication(topic, listener) {
      applications[topic] = { listener, owner: -1 };
      lists[topic].push(applications[topic]);
    },
    /** Topics of which the application's own listener is gone. */
    missing: () => Object.keys(applications).filter((topic) => !lists[topic].includes(applications[topic])),
    /** A stranger removes everything and the application registers again. @param {string[]} topics */
    strip(topics) {
      for (const topic of topics) lists[topic] = applications[topic] ? [applications[topic]] : [];
    },
  };
}
