// @ts-check
/**
 * How the process of one example says what it checks, to the one that started it.
 *
 * @typedef {{ example: string, target: string, check: string }} Check
 * @typedef {{ began: Check & { seconds: number } } | { ended: import('./results.mjs').Result }} Message
 * @typedef {ReturnType<typeof createReporter>} Reporter
 *
 * @param {(message: Message) => void} send
 */
export function createReporter(send) {
  return {
    /**
     * Runs one check; it fails by throwing, or by complaints it returns.
     *
     * @param {string} example @param {string} target @param {string} check what holds if it passes
     * @param {() => unknown} work
     * @param {number} [seconds] after which it hangs, and the whole process is ended
     * @returns {Promise<boolean>} whether it passed
     */
    async check(example, target, check, work, seconds = 300) {
      send({ began: { example, target, check, seconds } });
      const began = performance.now();
      const problem = await problemOf(work);
      send({ ended: { example, target, check, ms: Math.round(performance.now() - began), problem } });
      return problem === undefined;
    },
    /** A check that could not be made because one before it failed. @param {string} example @param {string} target @param {string} check */
    unreached(example, target, check) {
      send({ ended: { example, target, check, ms: 0, problem: 'not reached: a step before it failed' } });
    },
  };
}

/** @param {() => unknown} work */
async function problemOf(work) {
  try {
    const complaints = await work();
    return Array.isArray(complaints) && complaints.length > 0 ? complaints.join('\n') : undefined;
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}
