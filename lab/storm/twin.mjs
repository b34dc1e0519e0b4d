// @ts-check
/**
 * Rule 6, shown the other way: the same storm is run again with handlers that do all they did but throw. What the tasks
 * report and what the host is asked must be the same.
 */
import { replay } from './play.mjs';
import { Violation } from './rules/index.mjs';

/** Functions of the options whose value is used: when they throw, there is none. */
const ASKED = ['isPong', 'shouldReconnect', 'pingMsg', 'reconnectTimeout'];

/**
 * @param {import('./play.mjs').Setting} setting
 * @param {import('./play.mjs').Step[]} steps
 * @returns {Violation | undefined}
 */
export function twinFault(setting, steps) {
  const wild = transcriptOf(setting, steps, false);
  if (!wild.isComparable) return undefined;
  const calm = transcriptOf(setting, steps, true);
  const at = wild.lines.findIndex((line, index) => line !== calm.lines[index]);
  if (at < 0 && wild.lines.length === calm.lines.length) return undefined;
  const was = wild.lines[at] ?? 'nothing';
  return new Violation(
    '6 handlers',
    `a handler that throws changed what followed: ${was}, instead of ${calm.lines[at] ?? 'nothing'}`,
  );
}

/** @param {import('./play.mjs').Setting} setting @param {import('./play.mjs').Step[]} steps @param {boolean} isCalm */
function transcriptOf(setting, steps, isCalm) {
  /** @type {string[]} */
  const lines = [];
  let isComparable = true;
  replay(setting, steps, {
    isCalm,
    listen(entry, world) {
      if (entry.kind === 'thrown' && ASKED.includes(entry.moment)) isComparable = false;
      const line = lineOf(entry);
      if (line) lines.push(`${world.clock.now()} ${line}`);
    },
  });
  return { lines, isComparable };
}

/** @param {any} entry */
function lineOf(entry) {
  if (entry.kind === 'event') return `${entry.task} ${entry.type} for ${entry.handler}`;
  if (entry.kind === 'handed') return `${entry.task} sends ${entry.text}`;
  if (entry.kind === 'callback') return `${entry.message.text} ${entry.name}`;
  if (entry.kind === 'dial') return `${entry.task} asks for a socket`;
  return entry.kind === 'told' ? `${entry.task} closes socket ${entry.socket?.id}` : '';
}
