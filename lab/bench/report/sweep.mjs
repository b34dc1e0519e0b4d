// @ts-check
/** Whether the defaults of `backoff()` should be others, by a criterion that is stated and figures that are compared. */
import { columnsOf, crowdName, free, MARGIN, nearest, tradesOf } from '../crowd/trade.mjs';
import { figure, roundsOf, table } from './table.mjs';

/** @typedef {import('../crowd/trade.mjs').Trade} Trade */

/** @param {import('../crowd/trade.mjs').Swept[]} sweep */
export function sweepSection(sweep) {
  const trades = tradesOf(sweep);
  const columns = columnsOf(sweep[0]).map(({ column }) => column);
  return `### The defaults of \`backoff()\`

One step to each side of what is shipped. "Restart": 5,000 clients lose a server that is back after one second. The
defaults are documented, and programs rely on them; another setting is to replace them if it is better in at least one
of the ${columns.length} columns and worse in none, by more than ${MARGIN * 100} %. Less is better in all; "back" is in seconds. ${seedsOf(sweep)}.

${conclusion(trades, columns.length)}

${table(
  ['beside `backoff()`', 'better in', 'at best', 'worse in', 'at worst'],
  trades.map(({ policy, better, worse }) => [
    short(policy),
    better.length,
    extreme(better[0]),
    worse.length,
    extreme(worse[0]),
  ]),
)}

${table(
  ['ratio to `backoff()`', ...columns],
  trades.map(({ policy, all }) => [short(policy), ...all.map(({ times }) => timesText(times))]),
)}

${table(
  ['', ...columns],
  sweep.map((swept) => [short(swept.policy), ...columnsOf(swept).map(({ value }) => figure(value))]),
)}`;
}

/** @param {import('../crowd/trade.mjs').Swept[]} sweep */
function seedsOf(sweep) {
  const seeds = sweep[0].crowds.map((row, crowd) => {
    const summaries = sweep.map(({ crowds }) => crowds[crowd].backSeconds);
    return `${crowdName(row)}: ${roundsOf(summaries, 'seed')}`;
  });
  return `Medians of ${seeds.join(', ')}`;
}

/** @param {Trade[]} trades @param {number} columns */
export function conclusion(trades, columns) {
  const winners = free(trades);
  if (winners.length > 0) {
    const names = winners.map(({ policy, better }) => `${short(policy)}, better in ${better.length} of ${columns}`);
    return `**The shipped setting should be replaced.** Worse in no column: ${names.join('; ')}.`;
  }
  const tempting = trades.filter(({ better }) => better.length > 0);
  if (tempting.length === 0) return '**The shipped setting stays: no other is better in any column.**';
  const { policy, better, worse } = nearest(tempting);
  return `**The shipped setting stays: no other is better without a price.** The most is to be had from ${short(policy)}, better in
${better.length} of ${columns} columns (${difference(better[0])}) and worse in ${worse.length} (${worse.map(difference).join('; ')}).
Who would rather pay that sets it.`;
}

/** @param {import('../crowd/trade.mjs').Difference | undefined} one */
function extreme(one) {
  return one ? difference(one) : '';
}

/** @param {import('../crowd/trade.mjs').Difference} one */
function difference({ column, times }) {
  return `${column}: ${timesText(times)}`;
}

/** @param {number} times */
function timesText(times) {
  return Number.isFinite(times) ? `${figure(times)}×` : 'never';
}

/** @param {string} policy */
function short(policy) {
  return `\`${policy.replace('mde-websocket, ', '')}\``;
}
