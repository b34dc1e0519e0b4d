// @ts-check
/**
 * What was checked of which example, and how it went; told as it comes, and as a table at the end.
 *
 * @typedef {{ example: string, target: string, check: string, ms: number, problem?: string }} Result
 * @typedef {ReturnType<typeof createResults>} Results
 */
export function createResults(say = console.log) {
  /** @type {Result[]} */
  const all = [];
  const failed = () => all.filter(({ problem }) => problem !== undefined);

  return {
    all,
    /** @param {Result} result */
    add(result) {
      const { check, problem } = result;
      all.push(result);
      const what = `${nameOf(result)}: ${check}`;
      say(problem === undefined ? `ok     ${what}` : `FAILED ${what}\n${indented(problem)}`);
    },
    passed: () => all.length - failed().length,
    failed: () => failed().length,
    table: () => tableOf(all),
  };
}

/** @param {Result} result */
const nameOf = ({ example, target }) => `${example} ${target}`.trim();

/** A row for each target, with the first check that failed. @param {Result[]} all */
function tableOf(all) {
  const names = new Set(all.map(nameOf));
  const rows = [...names].map((name) => {
    const results = all.filter((result) => nameOf(result) === name);
    const failed = results.filter(({ problem }) => problem !== undefined);
    const seconds = results.reduce((sum, { ms }) => sum + ms, 0) / 1000;
    const passed = `${results.length - failed.length} of ${results.length}`;
    return [name, passed, seconds.toFixed(1), failed.length === 0 ? 'ok' : `FAILED: ${failed[0].check}`];
  });
  const table = [['example, target', 'checks', 'seconds', ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column].length)));
  return table.map(([name, ...rest]) => {
    const [passed, seconds, end] = rest;
    return [name.padEnd(widths[0]), passed.padStart(widths[1]), seconds.padStart(widths[2]), end].join('  ').trimEnd();
  });
}

/** @param {string} text */
function indented(text) {
  return text
    .split('\n')
    .map((line) => `         ${line}`)
    .join('\n');
}
