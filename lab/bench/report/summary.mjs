// @ts-check
/** The goals, and whether this run met them. */
import { goalsOf, ownEntries } from './goals.mjs';
import { figure, table } from './table.mjs';

/** @param {any} results */
export function summarySection(results) {
  const goals = goalsOf(results);
  const reasons = reasonsOf(goals);
  return `## The goals

Each of our entries that differs at run time; baidu's is wechat's code. Alipay's default is one connection in all, so its
idle heap cannot be divided by many.

${table(['goal', ...ownEntries], goals.map(rowOf))}
${reasons.length > 0 ? `\nWhy some are missed:\n\n${reasons.join('\n')}\n` : ''}
${crowdGoal(results.crowd)}`;
}

/** @param {import('./goals.mjs').Goal} goal */
function rowOf({ goal, seen, isMet, unit = '' }) {
  const cell = (/** @type {number | undefined} */ value) =>
    value === undefined ? 'not measured' : `${figure(value)}${unit}, ${met(isMet(value))}`;
  return [goal, ...ownEntries.map((entry) => cell(seen(entry)))];
}

/** One line for all goals with the same reason. @param {import('./goals.mjs').Goal[]} goals */
function reasonsOf(goals) {
  /** @type {Map<string, string[]>} */
  const missed = new Map();
  for (const { goal, why } of goals.filter(needsReason)) {
    const says = String(why?.says);
    missed.set(says, [...(missed.get(says) ?? []), goal]);
  }
  return [...missed].map(([says, names]) => `- ${names.join('; ')}: ${says}`);
}

/** @param {import('./goals.mjs').Goal} goal */
function needsReason({ seen, isMet, why }) {
  const values = why?.entries.map(seen) ?? [];
  return values.some((value) => value !== undefined && !isMet(value));
}

/** @param {any} crowd */
function crowdGoal({ rows, server }) {
  const back = rows.findLast((/** @type {any} */ row) => row.policy.includes('backoff()'));
  const limit = back.clients / server.perSecond;
  const seconds = back.backSeconds.median;
  return `The crowd's goal, ${figure(back.clients)} clients of which \`backoff()\` brings 99 % back within a tenth of the server's limit, ${figure(limit)} s:
${figure(seconds)} s, ${met(seconds <= limit * 1.1)}.`;
}

/** @param {boolean} isMet */
function met(isMet) {
  return isMet ? 'met' : '**missed**';
}
