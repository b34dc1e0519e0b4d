// @ts-check
/** The storm over every built file of the class: more steps with other seeds, `npm run storm`. */
import { afterAll, describe, expect, test } from 'vitest';
import { library } from '../../../lab/storm/load.mjs';
import { runSteps, sumOf, tellTallies } from '../../../lab/storm/run.mjs';
import { tellStory } from '../../../lab/storm/story.mjs';
import { RULES } from '../../../lab/storm/websocket/rules/index.mjs';
import { SUBJECTS } from '../../../lab/storm/websocket/subjects.mjs';

const SEED = 20_261_125;
const STEPS_EACH = 4000;
/** Of one bundle, on a machine that does other things as well. */
const PATIENCE = 60_000;

describe('the storm over the class', () => {
  const program = library();
  /** @type {import('../../../lab/storm/run.mjs').Tally[]} */
  const tallies = [];

  test.each(SUBJECTS)('$name holds every promise', { timeout: PATIENCE }, (subject) => {
    const tally = runSteps(subject, program(subject), { seed: SEED, steps: STEPS_EACH });
    if (tally.failure) throw new Error(tellStory(tally.failure));
    expect(tally.steps).toBeGreaterThanOrEqual(STEPS_EACH);
    tallies.push(tally);
  });

  test('covers every built file of the class, and asks every rule', () => {
    const bundles = SUBJECTS.map(({ bundle, isMinified }) => `${bundle}${isMinified ? '.min' : ''}`);
    const files = ['wechat-websocket', 'alipay-websocket', 'baidu-websocket', 'websocket'];
    expect(new Set(bundles)).toEqual(new Set(files.flatMap((file) => [file, `${file}.min`])));
    const { asked } = sumOf(tallies);
    for (const { name } of RULES.map((make) => make())) expect(asked[name]).toBeGreaterThan(1000);
  });

  afterAll(() => console.log(tellTallies(tallies)));
});
