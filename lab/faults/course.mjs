// @ts-check
/**
 * One fault striking one bundle: before, during and after it three messages go each way, and everything is written down.
 *
 * @typedef {import('./outcome.mjs').Outcome} Outcome
 */

import { confirmed } from './confirmed.mjs';
import { deadline } from './deadline.mjs';
import { outcomeOf, storyOf } from './outcome.mjs';
import { createRig } from './rig.mjs';

/** No course takes a third of this. Milliseconds. */
const LONGEST = 12_000;

/**
 * @param {import('./faults.mjs').Fault} fault
 * @param {import('./entries.mjs').Entry} entry
 * @returns {Promise<Outcome>}
 */
export async function runCourse(fault, entry) {
  const rig = await createRig(entry);
  const bound = deadline(
    LONGEST,
    () => `${fault.name}, ${entry}: nothing came of it. It reported: ${storyOf(rig.subject.events)}`,
  );
  try {
    return await Promise.race([follow(fault, rig), bound.passed]);
  } finally {
    bound.clear();
    await rig.stop();
  }
}

/** @param {import('./faults.mjs').Fault} fault @param {import('./rig.mjs').Rig} rig */
async function follow(fault, rig) {
  const { subject, watch } = rig;
  if (!fault.fromStart) {
    await subject.start();
    await watch.when(subject.isOpen);
    await speak(rig);
  }
  const since = { at: performance.now(), event: subject.events.length };
  fault.strike(rig);
  if (fault.fromStart) await subject.start();
  // A path that is only slow opens, and is spoken over.
  if (fault.fromStart && !fault.noticed) await watch.when(subject.isOpen);
  rig.say();
  await watch.when(() => (fault.over ? fault.over(rig) : subject.count('close') > 0));
  await fault.heal?.(rig);
  await watch.when(subject.isOpen);
  await speak(rig);
  if (fault.afterwards) {
    await fault.afterwards(rig);
    await speak(rig);
  }
  subject.task.close();
  await confirmed(() => subject.isUnheard());
  return outcomeOf(fault, subject, since, { told: rig.told, received: rig.received() });
}

/** @param {import('./rig.mjs').Rig} rig */
async function speak({ say, isHeard, subject, watch }) {
  say();
  await watch.when(() => isHeard() && subject.isAnswered());
}
