// @ts-check
/**
 * What was checked, and how it went.
 *
 * @typedef {{ example: string, target: string, check: string, ms: number, problem?: string }} Result
 * @typedef {ReturnType<typeof createResults>} Results
 */
export function createResults(say = console.log) {
  /** @type {Result[]} */
  const all = [];

  /** @param {Result} result */
  function add(result) {
    const { example, target, check, problem } = result;
    all.push(result);
    say(`${problem ? 'FAILED' : 'ok    '} ${example} ${target}: ${check}${problem ? `\n${indented(problem)}` : ''}`);
  }

  return {
    all,
    /**
     * Runs one check; it fails by throwing, or by complaints it returns.
     *
     * @param {string} example @param {string} target @param {string} check what holds if it passes
     * @param {() => unknown} work
     * @returns {Promise<boolean>} whether it passed
     */
    async check(example, target, check, work) {
      const began = performance.now();
      let problem;
      try {
        const complaints = await work();
        if (Array.isArray(complaints) && complaints.length > 0) problem = complaints.join('\n');
      } catch (error) {
        problem = /** @type {Error} */ (error).message;
      }
      add({ example, target, check, ms: Math.round(performance.now() - began), problem });
      return problem === undefined;
    },
    /** A check that could not be made because one before it failed. @param {string} example @param {string} target @param {string} check */
    unreached(example, target, check) {
      add({ example, target, check, ms: 0, problem: 'not reached: a step before it failed' });
    },
    passed: () => all.filter(({ problem }) => !problem).length,
    failed: () => all.filter(({ problem }) => problem).length,
  };
}

/** @param {string} text */
function indented(text) {
  return text
    .slice(0, 4000)
    .split('\n')
    .map((line) => `         ${line}`)
    .join('\n');
}
