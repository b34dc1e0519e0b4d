// @ts-check
/**
 * Everything a task tells its user, in order, and a way to wait for it.
 *
 * @typedef {{ type: string } & Record<string, any>} Recorded
 */
export function createRecorder() {
  /** @type {Recorded[]} */
  const events = [];
  /** @type {Set<() => void>} */
  const watchers = new Set();

  return {
    events,
    /** @param {any} task */
    watch(task) {
      for (const type of ['open', 'message', 'error', 'close', 'reconnect']) {
        task.on(type, (/** @type {any} */ event) => {
          events.push({ ...event, type });
          for (const look of [...watchers]) look();
        });
      }
    },
    types: () => events.map(({ type }) => type),
    /** @param {string} type */
    of: (type) => events.filter((event) => event.type === type),
    /** Waits for the n-th event of a type. @param {string} type @returns {Promise<Recorded>} */
    nth(type, n = 1) {
      return new Promise((resolve) => {
        const look = () => {
          const found = events.filter((event) => event.type === type)[n - 1];
          if (!found) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      });
    },
  };
}
