// @ts-check
/**
 * The generator: fast-check makes a weather and commands, the commands drive a world, and when a rule breaks the steps
 * are shrunk to those that matter.
 */
import fc from 'fast-check';
import { gameOf } from './game.mjs';
import { begin } from './play.mjs';
import { shrink } from './shrink.mjs';
import { twinFault } from './twin.mjs';

/** Steps that a storm has at most. */
const MOST_STEPS = 120;

/** A step as a command of fast-check: both its model and its real system are the world. */
class StepCommand {
  /** @param {string} kind @param {any} args @param {import('./steps/step.mjs').Kind} how */
  constructor(kind, args, how) {
    this.step = { kind, args };
    this.how = how;
  }
  /** @param {import('./play.mjs').Storm} storm */
  check(storm) {
    return storm.can(this.step);
  }
  /** @param {import('./play.mjs').Storm} storm */
  run(storm) {
    storm.take(this.step);
  }
  toString() {
    return this.how.tell(this.step.args);
  }
}

/** @param {import('./subjects.mjs').Subject} subject */
function commandsOf(subject) {
  const kinds = Object.entries(gameOf(subject).steps).flatMap(([kind, how]) => {
    const command = fc.record(how.with(subject)).map((made) => new StepCommand(kind, made, how));
    return Array.from({ length: how.weight }, () => command);
  });
  return fc.commands(kinds, { maxCommands: MOST_STEPS, size: 'max' });
}

/**
 * @typedef {{ seed: number, path: string, setting: import('./play.mjs').Setting, violation: import('./rules/index.mjs').Violation, steps: import('./play.mjs').Step[] }} Failure
 *
 * @param {import('./subjects.mjs').Subject} subject
 * @param {import('./load.mjs').Program} program
 * @param {{ seed: number, storms: number, path?: string, isShrunk?: boolean }} how
 * @returns {{ steps: number, storms: number, twins: number, asked: Record<string, number>, failure?: Failure }} `asked` is
 *   how often each rule was
 */
export function runStorms(subject, program, { seed, storms, path, isShrunk = true }) {
  let steps = 0;
  let played = 0;
  let twins = 0;
  /** @type {Record<string, number>} */
  const asked = {};
  /** @type {{ setting: import('./play.mjs').Setting, taken: import('./play.mjs').Step[], error: any } | undefined} */
  let failed;

  const property = fc.property(gameOf(subject).weatherOf(subject), commandsOf(subject), (weather, commands) => {
    const setting = { subject, program, weather };
    let hasThrown = false;
    /** @type {import('./play.mjs').Storm | undefined} */
    let begun;
    try {
      const storm = begin(setting, {
        listen: (entry) => {
          if (entry.kind === 'thrown') hasThrown = true;
        },
      });
      begun = storm;
      fc.modelRun(() => ({ model: storm, real: storm }), commands);
      storm.end();
      if (hasThrown) {
        twins += 1;
        const fault = twinFault(setting, storm.taken);
        if (fault) throw fault;
      }
    } catch (error) {
      failed = { setting, taken: begun?.taken ?? [], error };
      throw error;
    } finally {
      played += 1;
      steps += begun?.taken.length ?? 0;
      addCounts(asked, begun?.asked ?? {});
    }
  });
  const result = fc.check(property, { seed, numRuns: storms, endOnFailure: true, ...(path ? { path } : {}) });
  if (!result.failed || !failed) return { steps, storms: played, twins, asked };
  if (failed.error.name !== 'Violation') throw failed.error;
  const { setting, taken, error } = failed;
  const shrunk = isShrunk ? shrink(setting, taken, error) : { setting, steps: taken, violation: error };
  return { steps, storms: played, twins, asked, failure: { seed, path: String(result.counterexamplePath), ...shrunk } };
}

/** @param {Record<string, number>} sums @param {Record<string, number>} counts */
export function addCounts(sums, counts) {
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
}
