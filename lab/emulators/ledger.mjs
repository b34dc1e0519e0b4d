// @ts-check
/**
 * What a host remembers for whoever checks it: the raw log, the listeners it holds and the calls it has not answered.
 *
 * @typedef {ReturnType<typeof createLedger>} Ledger
 * @typedef {{ place: string, type: string, listener: Function }} Held
 *
 * @param {boolean} remembers whether it keeps the log, and the listeners of each socket there ever was
 */
export function createLedger(remembers) {
  /** @type {{ at: number, what: string, detail?: any }[]} */
  const log = [];
  /** @type {Set<Held>} */
  const held = new Set();
  const applications = new WeakSet();
  let pendingCalls = 0;

  return {
    log,
    /** @param {string} what @param {any} [detail] */
    note(what, detail) {
      if (!remembers) return;
      log.push(detail === undefined ? { at: Date.now(), what } : { at: Date.now(), what, detail });
    },
    /**
     * Marks a listener as the application's own and returns it.
     * @template {Function} F
     * @param {F} listener
     */
    own(listener) {
      applications.add(listener);
      return listener;
    },
    /** Notes that the host holds a listener; the returned function notes that it let go. @param {Held} entry */
    hold(entry) {
      if (!remembers && entry.place !== 'host') return () => {};
      held.add(entry);
      return () => void held.delete(entry);
    },
    /** Listeners on the host itself, of the application or of everybody else. @param {'app' | 'others'} [whose] */
    listeners(whose) {
      const all = [...held].filter((entry) => entry.place === 'host');
      if (!whose) return all;
      return all.filter((entry) => applications.has(entry.listener) === (whose === 'app'));
    },
    /** Notes a call with callbacks; the returned function notes its answer. */
    call() {
      pendingCalls += 1;
      let open = true;
      return () => {
        if (open) pendingCalls -= 1;
        open = false;
      };
    },
    pendingCalls: () => pendingCalls,
  };
}
