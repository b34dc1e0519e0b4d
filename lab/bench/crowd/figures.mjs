// @ts-check
/** What is read off a simulated crowd. */
import { SLOT } from './simulate.mjs';

/**
 * @param {import('./simulate.mjs').Outcome} outcome
 * @param {import('./simulate.mjs').Crowd} crowd
 */
export function figuresOf({ backAt, slotArrivals, refused, unanswered }, { clients, server }) {
  const sorted = backAt.filter((at) => at > 0).sort();
  const share = (/** @type {number} */ part) => {
    const at = sorted[Math.ceil(clients * part) - 1];
    return at === undefined ? Number.POSITIVE_INFINITY : (at - server.goneFor) / 1000;
  };
  const returns = Math.floor(server.goneFor / SLOT);
  const perSecond = 1000 / SLOT;
  return {
    peakPerSecond: peak(slotArrivals) * perSecond,
    peakAfterReturnPerSecond: peak(slotArrivals.subarray(returns)) * perSecond,
    wastedWhileGone: refused / clients,
    wastedAfterReturn: unanswered / clients,
    halfBackSeconds: share(0.5),
    backSeconds: share(0.99),
    neverBack: 1 - sorted.length / clients,
  };
}

/** @param {Uint32Array} slots */
function peak(slots) {
  let most = 0;
  for (const count of slots) if (count > most) most = count;
  return most;
}

/**
 * A line for a plot: at each second, arrivals in that second and the share of clients that are back.
 *
 * @param {import('./simulate.mjs').Outcome} outcome
 * @param {number} clients
 */
export function curveOf({ slotArrivals, slotReturns }, clients) {
  const slots = 1000 / SLOT;
  const points = [];
  let back = 0;
  const all = slotReturns.reduce((sum, count) => sum + count, 0);
  for (let second = 0; back < all; second += 1) {
    let arrivals = 0;
    for (let slot = second * slots; slot < (second + 1) * slots; slot += 1) {
      arrivals += slotArrivals[slot];
      back += slotReturns[slot];
    }
    points.push({ second, arrivals, back: back / clients });
  }
  return points;
}
