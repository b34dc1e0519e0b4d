// @ts-check
/**
 * What a recording says: in which state a link was and when, what became of every message, how each trouble ended.
 *
 * @typedef {import('../recorder.mjs').Entry} Entry
 * @typedef {import('../recorder.mjs').Recording} Recording
 * @typedef {{ at: number } & import('../recorder.mjs').Change} Change
 * @typedef {Change & { until: number }} Span
 * @typedef {{ at: number } & import('../recorder.mjs').Trouble} TroubleEntry
 * @typedef {{ name: string, from: number, overAt?: number, until: number, hits: string[], cause: string }} TroubleSpan
 * @typedef {{
 *   n: number, at: number, kept: boolean, outcome?: 'success' | 'fail', why?: string, arrivedAt?: number, answeredAt?: number,
 * }} Message
 * @typedef {{ trouble: TroubleSpan, cause?: string, lostAt?: number, backAt?: number, attempts: number }} Recovery
 */
import { plain } from './words.mjs';

/** What happened to a message that the host took and the server never got. */
export const LOST = 'taken by the host, lost with a link that was dead already';

/** @param {Recording} recording */
export function endOf({ entries }) {
  return entries.at(-1)?.at ?? 0;
}

/** @param {Entry[]} entries @param {string} link @returns {Change[]} */
function changesOf(entries, link) {
  return /** @type {Change[]} */ (entries.filter((entry) => entry.kind === 'state' && entry.link === link));
}

/** @param {Entry[]} entries @param {string} link @param {number} [time] */
export function stateAt(entries, link, time = Infinity) {
  return changesOf(entries, link).findLast(({ at }) => at <= time)?.state;
}

/** Whether an answer came on the link at or after this place in the recording. @param {Entry[]} entries @param {string} link @param {number} place */
export function hasAnswerSince(entries, link, place) {
  return entries.some((entry, index) => index >= place && entry.kind === 'answered' && entry.link === link);
}

/** @param {Entry[]} entries */
export function lastTrouble(entries) {
  return /** @type {TroubleEntry} */ (entries.findLast(({ kind }) => kind === 'trouble'));
}

/** When the story was over, before everything was closed on purpose. @param {Recording} recording */
export function curtainOf(recording) {
  return recording.entries.find(({ kind }) => kind === 'curtain')?.at ?? endOf(recording);
}

/** The states of a link, each with its end. @param {Recording} recording @param {string} link @returns {Span[]} */
export function spansOf(recording, link) {
  const changes = changesOf(recording.entries, link);
  return changes.map((change, index) => ({ ...change, until: changes[index + 1]?.at ?? endOf(recording) }));
}

/** Everything said on a link. @param {Recording} recording @param {string} link @returns {Message[]} */
export function messagesOf({ entries }, link) {
  /** @type {Map<number, Message>} */
  const messages = new Map();
  for (const entry of entries) {
    if (!('n' in entry) || entry.link !== link) continue;
    const { at, n } = entry;
    if (entry.kind === 'said') messages.set(n, { n, at, kept: false });
    const message = messages.get(n);
    if (!message) continue;
    if (entry.kind === 'kept') message.kept = true;
    if (entry.kind === 'arrived') message.arrivedAt ??= at;
    if (entry.kind === 'answered') message.answeredAt ??= at;
    if (entry.kind === 'settled') {
      message.outcome = entry.fail === undefined ? 'success' : 'fail';
      message.why = entry.fail;
    }
  }
  return [...messages.values()];
}

/** Why the server never got a message; undefined if it did. @param {Message} message */
export function whyDropped({ arrivedAt, outcome, why }) {
  if (arrivedAt !== undefined) return undefined;
  return outcome === 'success' ? LOST : why && plain(why);
}

/** Every trouble, until its last link was back. @param {Recording} recording @returns {TroubleSpan[]} */
export function troublesOf(recording) {
  const { entries } = recording;
  const begun = /** @type {TroubleEntry[]} */ (entries.filter(({ kind }) => kind === 'trouble'));
  return begun.map(({ at: from, name, hits, cause }, index) => {
    const limit = begun[index + 1]?.at ?? curtainOf(recording);
    const overAt = entries.find((entry) => entry.kind === 'over' && entry.name === name)?.at;
    const trouble = { name, from, overAt, until: limit, hits, cause };
    const back = hits.map((link) => recoveryFrom(recording, link, trouble).backAt ?? limit);
    return { ...trouble, until: Math.max(overAt ?? from, ...back) };
  });
}

/**
 * How a link came through every trouble that was meant for it; a bare one, through those of the link beside it, until
 * the next begins.
 *
 * @param {Recording} recording
 * @param {string} link
 * @returns {Recovery[]}
 */
export function recoveriesOf(recording, link) {
  const { isBare, platform } = /** @type {import('../cast.mjs').Link} */ (
    recording.links.find(({ id }) => id === link)
  );
  const troubles = troublesOf(recording);
  if (!isBare)
    return troubles.filter(({ hits }) => hits.includes(link)).map((one) => recoveryFrom(recording, link, one));
  return troubles.flatMap((trouble, index) => {
    const until = troubles[index + 1]?.from ?? curtainOf(recording);
    return trouble.hits.includes(platform) ? [recoveryFrom(recording, link, { ...trouble, until })] : [];
  });
}

/** @param {Recording} recording @param {string} link @param {TroubleSpan} trouble @returns {Recovery} */
function recoveryFrom({ entries }, link, trouble) {
  const changes = changesOf(entries, link).filter(({ at }) => at >= trouble.from && at <= trouble.until);
  const lost = changes.findIndex(({ state }) => state === 'waiting' || state === 'closed');
  if (lost < 0) return { trouble, attempts: 0 };
  const after = changes.slice(lost);
  const back = after.findIndex(({ state }) => state === 'open');
  const tried = back < 0 ? after : after.slice(0, back);
  return {
    trouble,
    cause: after[0].cause,
    lostAt: after[0].at,
    backAt: after[back]?.at,
    attempts: tried.filter(({ state }) => state === 'connecting').length,
  };
}
