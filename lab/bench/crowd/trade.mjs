// @ts-check
/**
 * What a setting of `backoff()` wins and loses beside the one that is shipped. Every column counts alike and less is
 * better in each; a difference within the margin is none.
 *
 * @typedef {{ policy: string, crowds: any[] }} Swept
 * @typedef {{ column: string, times: number }} Difference `times` what the shipped setting has there
 * @typedef {{ policy: string, all: Difference[], better: Difference[], worse: Difference[] }} Trade best and worst first
 */
export const MARGIN = 0.05;

/** @type {Record<string, (row: any) => number>} */
const FIGURES = {
  'peak a second': (row) => row.peakPerSecond.median,
  wasted: (row) => row.wastedWhileGone.median + row.wastedAfterReturn.median,
  '99 % back': (row) => row.backSeconds.median,
};

/** @param {Swept} swept @returns {{ column: string, value: number }[]} */
export function columnsOf({ crowds }) {
  return crowds.flatMap((row) =>
    Object.entries(FIGURES).map(([title, of]) => ({ column: `${crowdName(row)}: ${title}`, value: of(row) })),
  );
}

/** @param {any} row */
export function crowdName({ clients, goneFor }) {
  return goneFor < 5000 ? 'restart' : clients.toLocaleString('en');
}

/** @param {Swept[]} sweep the shipped setting first @returns {Trade[]} of the others */
export function tradesOf([shipped, ...others]) {
  const own = columnsOf(shipped);
  return others.map((other) => {
    const all = columnsOf(other).map(({ column, value }, index) => ({
      column,
      times: timesOf(value, own[index].value),
    }));
    return {
      policy: other.policy,
      all,
      better: all.filter(({ times }) => times < 1 - MARGIN).sort((a, b) => a.times - b.times),
      worse: all.filter(({ times }) => times > 1 + MARGIN).sort((a, b) => b.times - a.times),
    };
  });
}

/** Who never comes back beside who never comes back is no difference. @param {number} value @param {number} unit */
function timesOf(value, unit) {
  return value === unit ? 1 : value / unit;
}

/** Those who win somewhere and lose nowhere. @param {Trade[]} trades */
export function free(trades) {
  return trades.filter(({ better, worse }) => better.length > 0 && worse.length === 0);
}

/** Who wins in the most columns beyond those in which it loses. @param {Trade[]} trades */
export function nearest(trades) {
  const balance = (/** @type {Trade} */ { better, worse }) => better.length - worse.length;
  return trades.reduce((best, trade) => (balance(trade) > balance(best) ? trade : best));
}
