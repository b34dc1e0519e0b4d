// @ts-check
/**
 * Whether the story ended well: everything that did not, one sentence each.
 *
 * @typedef {import('./recorder.mjs').Recording} Recording
 * @typedef {import('./cast.mjs').Link} Link
 */
import { curtainOf, messagesOf, recoveriesOf, stateAt, troublesOf } from './drawing/facts.mjs';
import { seconds } from './drawing/words.mjs';

/** @param {Recording} recording @returns {{ problems: string[], summary: string }} */
export function judge(recording) {
  const problems = problemsOf(recording);
  const troubles = troublesOf(recording);
  const returns = troubles.reduce((sum, { hits }) => sum + hits.length, 0);
  const summary = `All is well: ${troubles.length} troubles, ${returns} links lost and every one back, no message twice or out of order.`;
  return { problems, summary: problems.length === 0 ? summary : 'Not everything went well:' };
}

/** @param {Recording} recording @returns {string[]} */
function problemsOf(recording) {
  const { entries, links } = recording;
  const stuck = entries.flatMap((entry) =>
    entry.kind === 'stuck' ? [`The story was given up in the scene "${entry.name}".`] : [],
  );
  const thrown = entries.flatMap((entry) =>
    entry.kind === 'thrown' ? [`${entry.platform}: thrown and never caught: ${entry.text}`] : [],
  );
  const checks = [recoveryProblems, endProblems, orderProblems, answerProblems];
  const judged = links.filter(({ isBare }) => !isBare);
  return [...stuck, ...judged.flatMap((link) => checks.flatMap((check) => check(recording, link))), ...thrown];
}

/** Every trouble must have struck, have been noticed for what it was, and be over. @param {Recording} recording @param {Link} link */
function recoveryProblems(recording, { id, name }) {
  return recoveriesOf(recording, id).flatMap(({ trouble, cause, lostAt, backAt }) => {
    if (lostAt === undefined) return [`${name}: "${trouble.name}" was not noticed: the link was never lost.`];
    if (backAt === undefined) return [`${name}: the link did not come back after "${trouble.name}".`];
    if (cause === trouble.cause) return [];
    return [`${name}: "${trouble.name}" was noticed by ${cause}, where ${trouble.cause} was expected.`];
  });
}

/** @param {Recording} recording @param {Link} link */
function endProblems(recording, { id, name, ends }) {
  const at = curtainOf(recording);
  const state = stateAt(recording.entries, id, at);
  // A story given up does not get to everybody's entrance.
  if (!state && recording.entries.some(({ kind }) => kind === 'stuck')) return [];
  return state === ends ? [] : [`${name}: ${state ?? 'never started'} at the end (${seconds(at)}), not ${ends}.`];
}

/** At most once and in order, there and back. @param {Recording} recording @param {Link} link */
function orderProblems({ entries }, { id, name }) {
  const problems = [];
  for (const [kind, where] of /** @type {const} */ ([
    ['arrived', 'at the server'],
    ['answered', 'back at the phone'],
  ])) {
    const numbers = entries.flatMap((entry) => (entry.kind === kind && entry.link === id ? [entry.n] : []));
    const twice = numbers.find((n, index) => numbers.indexOf(n) < index);
    const late = numbers.find((n, index) => index > 0 && n < numbers[index - 1]);
    if (twice !== undefined) problems.push(`${name}: message ${twice} arrived twice ${where}.`);
    else if (late !== undefined) problems.push(`${name}: message ${late} arrived out of order ${where}.`);
  }
  return problems;
}

/** Of every message the sender must have heard. @param {Recording} recording @param {Link} link */
function answerProblems(recording, { id, name }) {
  const silent = messagesOf(recording, id).filter(({ outcome }) => outcome === undefined);
  if (silent.length === 0) return [];
  return [`${name}: neither success nor fail was called for ${silent.length} messages, first for ${silent[0].n}.`];
}
