// @ts-check
/**
 * Lets the storm loose on a mutant until a rule breaks.
 *
 * @typedef {{ mutant: import('./mutants.mjs').Mutant, rule?: string, what?: string, subject?: string, steps: number }} Catch
 */
import { compile } from '../load.mjs';
import { replay } from '../play.mjs';
import { runStorms } from '../storm.mjs';
import { READABLE } from '../subjects.mjs';
import { applyMutant, bundleAll } from './build.mjs';

const SEED = 7;
const STORMS = 25;
/** After so many rounds over all subjects a mutant has got away. */
const ROUNDS = 40;

/**
 * @param {import('./build.mjs').Sources} sources
 * @param {import('./mutants.mjs').Mutant} mutant
 * @returns {Promise<Catch>}
 */
export async function hunt(sources, mutant) {
  const texts = await bundleAll(sources, applyMutant(sources, mutant));
  return { mutant, ...loose(sources, texts, mutant.only) };
}

/**
 * @param {import('./build.mjs').Sources} sources
 * @param {Map<string, string>} texts of the bundles that are not as they were, by entry
 * @param {string} [only] the one subject to try
 * @returns {Omit<Catch, 'mutant'>}
 */
export function loose(sources, texts, only) {
  const subjects = READABLE.filter(({ bundle, name }) => texts.has(bundle) && (!only || name === only));
  const programs = subjects.map(({ bundle, global }) => compile(/** @type {string} */ (texts.get(bundle)), global));
  const originals = subjects.map((subject) => sources.original(subject));
  let steps = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, subject] of subjects.entries()) {
      const done = runStorms(subject, programs[at], { seed: SEED + round, storms: STORMS, isShrunk: false });
      steps += done.steps;
      if (done.failure && isHarmless(originals[at], done.failure)) {
        const { rule, what } = done.failure.violation;
        return { rule, what, subject: subject.name, steps };
      }
    }
  }
  return { steps };
}

/** Whether the core as it is comes through the same storm. @param {import('../load.mjs').Program} program @param {import('../storm.mjs').Failure} failure */
function isHarmless(program, { setting, steps }) {
  return !replay({ ...setting, program }, steps).violation;
}
