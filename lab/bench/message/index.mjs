// @ts-check
/** Inbound and outbound: what one message costs each subject, in Node and in QuickJS. */
import { interleave } from '../rounds.mjs';
import { summarizeFields } from '../stats.mjs';
import { atRunTime, watchful } from '../subjects/index.mjs';
import { INTERPRETED, runWorker } from '../worker.mjs';
import { inWorkshop, shelveLibraries } from '../workshop.mjs';
import { measureInQuickJs } from './quickjs.mjs';

/** @typedef {import('../subjects/index.mjs').Subject} Subject */

/** @param {{ rounds: number, say: (line: string) => void }} how */
export const inbound = (how) => measureDirection('inbound', how);

/** @param {{ rounds: number, say: (line: string) => void }} how */
export async function outbound(how) {
  const one = await measureDirection('outbound', how);
  how.say('outbound: bursts');
  const burst = await inWorkshop(async (folder) => {
    const files = await shelveLibraries(folder, watchful);
    return rowsOf(watchful, how.rounds, (subject) => work('burst', 'time', subject, files));
  });
  return { ...one, burst };
}

/** @param {'inbound' | 'outbound'} direction @param {{ rounds: number, say: (line: string) => void }} how */
function measureDirection(direction, { rounds, say }) {
  return inWorkshop(async (folder) => {
    const files = await shelveLibraries(folder, atRunTime);
    say(`${direction}: Node`);
    const node = await rowsOf(atRunTime, rounds, (subject) => work(direction, 'time', subject, files));
    say(`${direction}: bytes and timer calls`);
    const counted = await Promise.all(atRunTime.map((subject) => count(direction, subject, files)));
    say(`${direction}: QuickJS`);
    const quickJs = await rowsOf(atRunTime, rounds, (subject) => measureInQuickJs(direction, subject, files));
    return { node, counted, quickJs };
  });
}

/**
 * What does not depend on the machine's speed, so it is counted once, and for all at the same time.
 *
 * @param {string} direction
 * @param {Subject} subject
 * @param {Map<string, string>} files
 */
async function count(direction, subject, files) {
  const { timerCalls } = await work(direction, 'timers', subject, files);
  const { bytes } = await work(direction, 'bytes', subject, files);
  const interpreted = await work(direction, 'bytes', subject, files, INTERPRETED);
  return { name: subject.name, timerCalls, bytes, bytesInterpreted: interpreted.bytes };
}

/**
 * @param {string} direction
 * @param {string} what
 * @param {Subject} subject
 * @param {Map<string, string>} files
 * @param {string[]} [flags]
 */
function work(direction, what, { name }, files, flags) {
  return runWorker('message/worker.mjs', [direction, what, name, String(files.get(name))], flags);
}

/**
 * @param {Subject[]} subjects
 * @param {number} rounds
 * @param {(subject: Subject) => Promise<Record<string, number>>} measure
 */
async function rowsOf(subjects, rounds, measure) {
  const rows = await interleave(subjects, rounds, measure);
  return rows.map(({ subject, measured }) => ({ name: subject.name, ...summarizeFields(measured) }));
}
