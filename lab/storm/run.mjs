// @ts-check
/**
 * Storms until there were enough steps: batches of them, each with a seed of its own, so that a failure is repeated by
 * the seed and the path of its batch.
 */
import { addCounts, runStorms } from './storm.mjs';

/** Storms in one batch. */
const BATCH = 50;

/**
 * @typedef {{
 *   subject: string, steps: number, storms: number, twins: number, asked: Record<string, number>, ms: number,
 *   failure?: import('./storm.mjs').Failure,
 * }} Tally
 *
 * @param {import('./subjects.mjs').Subject} subject
 * @param {import('./load.mjs').Program} program
 * @param {{ seed: number, steps: number, onBatch?: (tally: Tally) => void }} how
 * @returns {Tally}
 */
export function runSteps(subject, program, { seed, steps, onBatch }) {
  const start = performance.now();
  /** @type {Tally} */
  const tally = { subject: subject.name, steps: 0, storms: 0, twins: 0, asked: {}, ms: 0 };
  for (let batch = 0; tally.steps < steps && !tally.failure; batch += 1) {
    const done = runStorms(subject, program, { seed: seedOf(subject.isMinified ? ~seed : seed, batch), storms: BATCH });
    tally.steps += done.steps;
    tally.storms += done.storms;
    tally.twins += done.twins;
    addCounts(tally.asked, done.asked);
    tally.failure = done.failure;
    tally.ms = performance.now() - start;
    onBatch?.(tally);
  }
  return tally;
}

/** Seeds side by side, and the two forms of a bundle, share no batch. @param {number} seed @param {number} batch */
function seedOf(seed, batch) {
  return (Math.imul(seed + 1, 0x9e3779b1) + batch) >>> 1;
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sumOf(tallies) {
  /** @type {Tally} */
  const all = { subject: 'all', steps: 0, storms: 0, twins: 0, asked: {}, ms: 0 };
  for (const { steps, storms, twins, asked, ms } of tallies) {
    all.steps += steps;
    all.storms += storms;
    all.twins += twins;
    all.ms += ms;
    addCounts(all.asked, asked);
  }
  return all;
}

/** @param {Tally[]} tallies @returns {string} a table for people */
export function tellTallies(tallies) {
  const all = sumOf(tallies);
  const rows = [...tallies, all].map(({ subject, steps, storms, twins, ms }) => [
    subject,
    `${steps} steps`,
    `${storms} storms`,
    `${twins} twins`,
    `${(ms / 1000).toFixed(1)} s`,
    `${Math.round(steps / Math.max(0.001, ms / 1000))} steps/s`,
  ]);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '))
    .join('\n');
}
