// @ts-check
/**
 * Rounds of cutting, each followed by a rest. When every task is open again, on one link each, the figures are taken:
 * so they compare like with like, on a busy machine too.
 */
import { setTimeout as pass } from 'node:timers/promises';
import { calm, fromNow } from './calm.mjs';
import { heapInUse } from './heap.mjs';
import { namesAndCounts, sumOf } from './words.mjs';

/** A short run has so many rounds; those of a long one take this long. Milliseconds. */
const ROUNDS = 6;
const LONGEST_ROUND = 6000;
/** What is not measured, a third of the run and at most this: until then it is still filling up. Milliseconds. */
const LONGEST_WARM_UP = 10_000;

/**
 * @param {import('./calm.mjs').World} world
 * @param {ReturnType<typeof import('./cutter.mjs').createCutter>} cutter
 * @param {number} seconds of cutting
 * @param {(line: string) => void} say
 * @returns {Promise<import('./flat.mjs').Sample[]>}
 */
export async function inRounds(world, cutter, seconds, say) {
  const { crowd } = world;
  const whole = seconds * 1000;
  const round = Math.min(whole / ROUNDS, LONGEST_ROUND);
  const warmUp = Math.min(whole / 3, LONGEST_WARM_UP);
  /** @type {import('./flat.mjs').Sample[]} */
  const samples = [];
  for (let at = round; at <= whole; at += round) {
    cutter.start();
    await pass(round);
    cutter.rest();
    await calm(world, fromNow(world));
    const sample = { at, ...heapInUse(), handles: handles(), losses: sumOf(crowd.losses), ...crowd.counts() };
    if (at >= warmUp) samples.push(sample);
    say(line(sample, namesAndCounts(crowd.losses)));
  }
  return samples;
}

/** What keeps this process alive, but for timers. */
function handles() {
  return process.getActiveResourcesInfo().filter((name) => name !== 'Timeout' && name !== 'Immediate').length;
}

/** @param {import('./flat.mjs').Sample} sample @param {string} losses */
function line({ at, heap, handles, timers, listeners }, losses) {
  const seconds = (at / 1000).toFixed(1).padStart(6);
  return `${seconds} s  heap ${heap.toFixed(1)} MB  handles ${handles}  timers ${timers}  listeners ${listeners}  ended: ${losses}`;
}
