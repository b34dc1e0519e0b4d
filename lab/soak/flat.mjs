// @ts-check
/**
 * Whether a figure stays flat: a straight line is fitted through its samples, and what the line gains from the first to
 * the last of them must stay below the bound, a share of the level or, where that is less, a floor that allows for noise.
 *
 * @typedef {{ at: number } & Record<string, number>} Sample
 * @typedef {{ name: string, first: number, last: number, growth: number, bound: number, isFlat: boolean }} Trend
 *
 * @param {Sample[]} samples
 * @param {string} name
 * @param {{ share: number, floor: number }} allowed
 * @returns {Trend}
 */
export function trendOf(samples, name, { share, floor }) {
  const values = samples.map((sample) => sample[name]);
  const times = samples.map(({ at }) => at);
  const span = times[times.length - 1] - times[0];
  const slope = slopeOf(times, values);
  const level = mean(values);
  const growth = slope * span;
  const bound = Math.max(share * level, floor);
  const start = level - slope * (mean(times) - times[0]);
  return { name, first: start, last: start + growth, growth, bound, isFlat: growth <= bound };
}

/** By least squares. @param {number[]} times @param {number[]} values */
export function slopeOf(times, values) {
  const time = mean(times);
  const value = mean(values);
  let together = 0;
  let spread = 0;
  times.forEach((at, index) => {
    together += (at - time) * (values[index] - value);
    spread += (at - time) ** 2;
  });
  return spread === 0 ? 0 : together / spread;
}

/** @param {number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
