// @ts-check
/** Storms for as long as you like: `npm run storm -- --steps N --seed S`. */
import { keepOnPage } from '../../scripts/page.mjs';
import { KEPT_FROM, readArguments, USAGE } from './arguments.mjs';
import { library } from './load.mjs';
import { pageOf } from './page.mjs';
import { runSteps, tellTallies } from './run.mjs';
import { runStorms } from './storm.mjs';
import { tellStory } from './story.mjs';
import { SUBJECTS as TASKS } from './subjects.mjs';
import { SUBJECTS as SOCKETS } from './websocket/subjects.mjs';

const SUBJECTS = [...TASKS, ...SOCKETS];

/** So often progress is told, in milliseconds. */
const PAUSE = 2000;

try {
  process.exitCode = main(
    readArguments(
      process.argv.slice(2),
      SUBJECTS.map(({ name }) => name),
    ),
  );
} catch (error) {
  if (!(error instanceof TypeError) || (!error.message.startsWith('-') && !error.message.startsWith('unknown')))
    throw error;
  console.error(`storm: ${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}

/** @param {import('./arguments.mjs').Arguments} given @returns {number} the exit code */
function main({ steps, seed, only, path }) {
  const program = library();
  const subjects = SUBJECTS.filter(({ name }) => !only || name === only);
  if (path) return again(subjects[0], program(subjects[0]), seed, path);
  console.log(`storm: ${steps} steps, seed ${seed}`);
  const tallies = subjects.map((subject) => {
    let told = performance.now();
    return runSteps(subject, program(subject), {
      seed,
      steps: Math.ceil(steps / subjects.length),
      onBatch(tally) {
        if (performance.now() - told < PAUSE) return;
        told = performance.now();
        console.log(`  ${tally.subject}: ${tally.steps} steps`);
      },
    });
  });
  console.log(`\n${tellTallies(tallies)}`);
  const failures = tallies.flatMap(({ failure }) => failure ?? []);
  for (const failure of failures) console.error(`\n${tellStory(failure)}`);
  if (failures.length > 0) return 1;
  if (!only && steps >= KEPT_FROM) keepOnPage('docs/reliability.md', 'storm', pageOf(tallies, { steps, seed }));
  return 0;
}

/** @param {import('./subjects.mjs').Subject} subject @param {import('./load.mjs').Program} program @param {number} seed @param {string} path */
function again(subject, program, seed, path) {
  const { failure } = runStorms(subject, program, { seed, storms: 1, path });
  console.log(failure ? tellStory(failure) : 'storm: that storm passes now.');
  return failure ? 1 : 0;
}
