// @ts-check
/**
 * The storm over every built file: at least 200,000 steps. A failure prints its story and how to repeat it; more steps
 * with other seeds: `npm run storm -- --steps 2000000`.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { library } from '../../../lab/storm/load.mjs';
import { runSteps, tellTallies } from '../../../lab/storm/run.mjs';
import { tellStory } from '../../../lab/storm/story.mjs';
import { SUBJECTS } from '../../../lab/storm/subjects.mjs';

const SEED = 20_261_122;
const STEPS_EACH = 12_550;
const STEPS_IN_ALL = 200_000;
/** Of one bundle, on a machine that does other things as well. */
const PATIENCE = 60_000;

describe('the storm', () => {
  const program = library();
  /** @type {import('../../../lab/storm/run.mjs').Tally[]} */
  const tallies = [];

  test.each(SUBJECTS)('$name holds every rule of the contract', { timeout: PATIENCE }, (subject) => {
    const tally = runSteps(subject, program(subject), { seed: SEED, steps: STEPS_EACH });
    if (tally.failure) throw new Error(tellStory(tally.failure));
    expect(tally.steps).toBeGreaterThanOrEqual(STEPS_EACH);
    tallies.push(tally);
  });

  test('covers every built file, in enough steps', () => {
    const bundles = SUBJECTS.map(({ bundle, isMinified }) => `${bundle}${isMinified ? '.min' : ''}`);
    const entries = ['wechat', 'alipay', 'baidu', 'index'];
    expect(new Set(bundles)).toEqual(new Set(entries.flatMap((entry) => [entry, `${entry}.min`])));
    expect(SUBJECTS.length * STEPS_EACH).toBeGreaterThanOrEqual(STEPS_IN_ALL);
  });

  afterAll(() => console.log(tellTallies(tallies)));
});
