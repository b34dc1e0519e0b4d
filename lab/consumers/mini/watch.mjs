// @ts-check
/** How long anything that must happen may take; for what hangs, not a measure of the machine. */
const PATIENCE = 45_000;

/** Waits for what is shown to become so, looked at whenever it has changed. */
export function createWatch() {
  /** @type {Set<() => void>} */
  const watchers = new Set();

  return {
    changed() {
      for (const look of [...watchers]) look();
    },
    /**
     * @param {string} what in words, for the one who reads of the failure
     * @param {() => boolean | Promise<boolean>} isSo
     * @param {() => string} shown what there is instead
     * @returns {Promise<void>}
     */
    until(what, isSo, shown) {
      return new Promise((resolve, reject) => {
        const end = (/** @type {unknown} */ error) => {
          clearTimeout(limit);
          watchers.delete(look);
          if (error) reject(error);
          else resolve();
        };
        const look = async () => {
          try {
            if (await isSo()) end(undefined);
          } catch (error) {
            end(error);
          }
        };
        const limit = setTimeout(
          () => end(new Error(`${what}: not within ${PATIENCE / 1000} s. Shown: ${shown()}`)),
          PATIENCE,
        );
        watchers.add(look);
        look();
      });
    },
  };
}
