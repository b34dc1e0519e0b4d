// @ts-check
/** One fault on every bundle: what each must show whatever the fault, and what is said of this one besides. */
import { describe, it } from 'vitest';
import { runCourse } from '../../../lab/faults/course.mjs';
import { ENTRIES } from '../../../lab/faults/entries.mjs';
import { faultNamed } from '../../../lab/faults/faults.mjs';
import { mistakesOf } from '../../../lab/faults/mistakes.mjs';

/** A course gives up by itself long before, with its story. */
const TIMEOUT = 20_000;

/**
 * @param {string} symptom what a user would have seen if the promise were broken, or sees that it holds
 * @param {string} fault
 * @param {(outcome: import('../../../lab/faults/outcome.mjs').Outcome, expect: import('vitest').ExpectStatic) => void} check
 */
export function survives(symptom, fault, check) {
  describe.concurrent(symptom, () => {
    for (const entry of ENTRIES) {
      it(
        `on ${entry}`,
        async ({ expect }) => {
          const outcome = await runCourse(faultNamed(fault), entry);
          expect(mistakesOf(outcome)).toEqual([]);
          check(outcome, expect);
        },
        TIMEOUT,
      );
    }
  });
}

/** The messages that reached the server, of whichever connection. @param {import('../../../lab/faults/outcome.mjs').Outcome} outcome */
export function arrived({ received }) {
  return received.flat();
}
