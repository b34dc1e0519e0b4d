// @ts-check
/**
 * What the page shows of a recording: the figures of a lane, what its application saw, and what became of lost messages.
 *
 * @typedef {import('../../lab/demo/recorder.mjs').Entry} Entry
 * @typedef {{ at: number, event: string, detail: string, times: number }} Line
 */
import { messagesOf, stateAt, whyDropped } from '../../lab/demo/drawing/facts.mjs';

/** A link that says it is open and was not heard for so long, in ms, hears nothing: the chat gives it an echo every 1.5 s. */
const DEAF = 4000;

/** @param {Entry[]} entries @param {string} link @param {number} now */
export function figuresOf(entries, link, now) {
  const messages = messagesOf({ links: [], timeouts: [], entries }, link);
  const state = stateAt(entries, link) ?? 'closed';
  const isLife = (/** @type {Entry} */ entry) =>
    'link' in entry &&
    entry.link === link &&
    (entry.kind === 'answered' || (entry.kind === 'state' && entry.state === 'open'));
  const heardAt = entries.findLast(isLife)?.at ?? 0;
  return {
    state: state === 'open' && now - heardAt > DEAF ? 'deaf' : state,
    said: messages.length,
    arrived: messages.filter(({ arrivedAt }) => arrivedAt !== undefined).length,
    lost: messages.filter(whyDropped).length,
  };
}

/** Messages that never arrived, by the reason. @param {Entry[]} entries @param {string} link */
export function lostOf(entries, link) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const why of messagesOf({ links: [], timeouts: [], entries }, link).map(whyDropped)) {
    if (why) counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return [...counts].map(([why, count]) => ({ why, count }));
}

/** The handlers' calls, the newest last; messages in a row are one line. @param {Entry[]} entries @param {string} link */
export function seenOf(entries, link) {
  /** @type {Line[]} */
  const lines = [];
  for (const entry of entries) {
    const line = lineOf(entry, link);
    if (!line) continue;
    const last = lines.at(-1);
    if (last?.event === line.event && /onMessage|fail/.test(line.event)) {
      lines[lines.length - 1] = { ...line, times: last.times + 1 };
    } else lines.push({ ...line, times: 1 });
  }
  return lines;
}

/** @param {Entry} entry @param {string} link */
function lineOf(entry, link) {
  if (!('link' in entry) || entry.link !== link) return undefined;
  if (entry.kind === 'seen') return { at: entry.at, event: handlerOf(entry.event), detail: entry.detail };
  if (entry.kind === 'settled' && entry.fail !== undefined) return { at: entry.at, event: 'fail', detail: entry.fail };
  return undefined;
}

/** @param {string} event */
const handlerOf = (event) => `on${event[0].toUpperCase()}${event.slice(1)}`;
