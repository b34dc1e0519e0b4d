// @ts-check
/**
 * An EventTarget of the emulated page: `addEventListener`, and `on…` properties beside it. What a listener throws is
 * kept by the thread, and the next one is called all the same.
 *
 * @typedef {ReturnType<typeof createTarget>} Target
 *
 * @param {import('./phone.mjs').Phone} phone
 * @param {string} place 'host', or the name of a socket
 * @param {any} owner what listeners are called on, and events name as their target
 */
export function createTarget(phone, place, owner) {
  /** @type {Map<string, { listener: any, once: boolean, release: () => void }[]>} */
  const lists = new Map();
  const list = (/** @type {string} */ type) => lists.get(type) ?? [];

  /** @param {string} type @param {any} listener */
  function remove(type, listener) {
    for (const entry of list(type)) if (entry.listener === listener) entry.release();
    const rest = list(type).filter((entry) => entry.listener !== listener);
    lists.set(type, rest);
  }

  return {
    /** The same listener twice is one. @param {string} type @param {any} listener @param {any} [options] */
    add(type, listener, options) {
      if (!listener || list(type).some((entry) => entry.listener === listener)) return;
      const release = phone.ledger.hold({ place, type, listener });
      lists.set(type, [...list(type), { listener, once: options?.once === true, release }]);
    },
    remove,
    /** @param {string} type @param {Record<string, any>} [fields] */
    dispatch(type, fields = {}) {
      const event = Object.assign(new Event(type), fields);
      Object.defineProperty(event, 'target', { value: owner });
      const call = (/** @type {any} */ listener) =>
        phone.thread.run(() =>
          typeof listener === 'function' ? listener.call(owner, event) : listener.handleEvent(event),
        );
      for (const { listener, once } of list(type)) {
        if (once) remove(type, listener);
        call(listener);
      }
      if (typeof owner[`on${type}`] === 'function') call(owner[`on${type}`]);
    },
  };
}
