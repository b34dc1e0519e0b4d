// @ts-check
/**
 * Plays the scenes one after another, and brings the story to its end, whatever happens.
 *
 * @typedef {import('./stage.mjs').Stage} Stage
 */
import { setTimeout as pass } from 'node:timers/promises';
import { createStage } from './stage.mjs';
import { STORY } from './story.mjs';

/** When the story is given up, in milliseconds, so that the demo ends within 45 seconds. */
const LONGEST = 36_000;

/** How long the last answers may take, in milliseconds. */
const LAST_ANSWERS = 1000;

/** @param {import('./recorder.mjs').Recorder} recorder */
export async function playStory(recorder) {
  const stage = await createStage(recorder);
  const late = pass(LONGEST, false, { ref: false });
  try {
    for (const scene of STORY) if (!(await playScene(scene, stage, late))) break;
  } finally {
    await end(stage);
  }
  return { timeouts: stage.timeouts };
}

/**
 * Whether everything in it came about.
 *
 * @param {import('./story.mjs').Scene} scene
 * @param {Stage} stage
 * @param {Promise<boolean>} late
 */
async function playScene({ name, tells, hits, cause = 'host', steps }, stage, late) {
  const { record } = stage.recorder;
  record({ kind: 'scene', name, tells });
  if (hits) record({ kind: 'trouble', name, hits, cause });
  for (const step of steps) {
    if ((await Promise.race([step(stage), late])) === false) {
      record({ kind: 'stuck', name });
      return false;
    }
  }
  return true;
}

/** Everybody stops talking and hears the last answers; then the links are closed for good. @param {Stage} stage */
async function end(stage) {
  const { entries, record, until } = stage.recorder;
  const last = (/** @type {string} */ kind, /** @type {string} */ link) =>
    entries.findLast((entry) => 'n' in entry && entry.kind === kind && entry.link === link);
  const isAnswered = (/** @type {{ id: string }} */ { id }) =>
    numberOf(last('said', id)) === numberOf(last('answered', id));
  stage.hush();
  await until(() => stage.phones.every(isAnswered), LAST_ANSWERS);
  record({ kind: 'curtain' });
  await stage.clear();
}

/** @param {import('./recorder.mjs').Entry | undefined} entry */
function numberOf(entry) {
  return entry && 'n' in entry ? entry.n : 0;
}
