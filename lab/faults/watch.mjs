// @ts-check
/**
 * Waiting without sleeping: whoever changes something says so, and every condition waited for is looked at again.
 *
 * @typedef {ReturnType<typeof createWatch>} Watch
 */
export function createWatch() {
  /** @type {Set<() => void>} */
  const looks = new Set();

  return {
    changed() {
      for (const look of [...looks]) look();
    },
    /** @param {() => unknown} condition @returns {Promise<void>} */
    when(condition) {
      return new Promise((resolve) => {
        const look = () => {
          if (!condition()) return;
          looks.delete(look);
          resolve();
        };
        looks.add(look);
        look();
      });
    },
  };
}
