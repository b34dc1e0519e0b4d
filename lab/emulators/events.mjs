// @ts-check
/**
 * The listeners of one task or of one host, by event: accumulating or one slot, removable or not.
 *
 * @typedef {ReturnType<typeof createEvents>} Events
 *
 * @param {import('./phone.mjs').Phone} phone
 * @param {string} place 'host', or the name of a task
 * @param {() => 'accumulate' | 'replace'} mode
 */
export function createEvents(phone, place, mode) {
  /** @type {Map<string, { listener: Function, release: () => void }[]>} */
  const lists = new Map();
  const list = (/** @type {string} */ type) => lists.get(type) ?? [];

  /** @param {string} type @param {(entry: { listener: Function }) => boolean} goes */
  function drop(type, goes) {
    for (const entry of list(type)) if (goes(entry)) entry.release();
    const rest = list(type).filter((entry) => !goes(entry));
    lists.set(type, rest);
  }

  return {
    /** @param {string} type @param {any} listener */
    on(type, listener) {
      if (typeof listener !== 'function') throw new TypeError(`${place}: listener of ${type} is ${typeof listener}`);
      if (mode() === 'replace') drop(type, () => true);
      const release = phone.ledger.hold({ place, type, listener });
      lists.set(type, [...list(type), { listener, release }]);
    },
    /** Without a listener everybody's are removed. Source: AP-D, WX-T. @param {string} type @param {any} [listener] */
    off(type, listener) {
      const { offWorks } = phone.quirks;
      if (offWorks === 'throws') throw new Error(`${place}: off ${type}: the host threw`);
      if (offWorks === 'removes') drop(type, (entry) => listener === undefined || entry.listener === listener);
    },
    /** @param {string} type @param {any[]} payload */
    emit(type, ...payload) {
      for (const entry of list(type)) phone.thread.run(() => entry.listener(...payload));
    },
    clear() {
      for (const type of lists.keys()) drop(type, () => true);
    },
  };
}
