// @ts-check
/**
 * The tables: for each platform what was sent, received and dropped, and how long each recovery took.
 *
 * @typedef {import('./recorder.mjs').Recording} Recording
 * @typedef {{ title: string, headings: string[], rows: string[][], note?: string }} Table the first column is text, the others figures
 * @typedef {{ name: string, tables: Table[] }} Section
 */
import { messagesOf, recoveriesOf, whyDropped } from './drawing/facts.mjs';
import { seconds } from './drawing/words.mjs';

const NONE = '–';

const BARE = 'bare API';

/** What the reader of a dropped message wants to know. */
const WHY_DROPPED =
  `A host's "success" means that it took a message, not that the server has it. What it took shortly before a link is
found dead is lost with the link, and the library does not send it twice: it cannot know. Where each one counts, number
the messages and ask for those that are missing after onOpen. What the host refused is not lost: it goes out over the next link.`.replaceAll(
    '\n',
    ' ',
  );

const TITLES = {
  messages: 'Messages: sent, of these kept until the link was open, arrived at the server, received back, dropped',
  dropped: 'Dropped, and why',
  recoveries:
    'Recoveries: how long until it was noticed, from there until the link was open, and since the trouble was over',
};

/** @param {Recording} recording @param {{ id: string, name: string }[]} platforms @returns {Section[]} */
export function reportOf(recording, platforms) {
  return platforms.map(({ id, name }) => {
    const links = recording.links.filter(({ platform }) => platform === id);
    const tables = [messageTable(recording, links), droppedTable(recording, links), recoveryTable(recording, links)];
    return { name, tables: tables.filter(({ rows }) => rows.length > 0) };
  });
}

/** @param {Recording} recording @param {import('./cast.mjs').Link[]} links @returns {Table} */
function messageTable(recording, links) {
  const rows = links.map(({ id, name }) => {
    const messages = messagesOf(recording, id);
    const count = (/** @type {(message: import('./drawing/facts.mjs').Message) => unknown} */ test) =>
      String(messages.filter(test).length);
    return [
      name,
      String(messages.length),
      count(({ kept }) => kept),
      count(({ arrivedAt }) => arrivedAt !== undefined),
      count(({ answeredAt }) => answeredAt !== undefined),
      count(whyDropped),
    ];
  });
  return { title: TITLES.messages, headings: ['link', 'sent', 'kept', 'arrived', 'received', 'dropped'], rows };
}

/** @param {Recording} recording @param {import('./cast.mjs').Link[]} links @returns {Table} */
function droppedTable(recording, links) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { id, isBare } of links) {
    for (const why of messagesOf(recording, id).map(whyDropped)) {
      const told = why && (isBare ? `${BARE}: ${why}` : why);
      if (told) counts.set(told, (counts.get(told) ?? 0) + 1);
    }
  }
  const rows = [...counts].map(([why, count]) => [why, String(count)]);
  return { title: TITLES.dropped, headings: ['why', 'messages'], rows, note: WHY_DROPPED };
}

/** @param {Recording} recording @param {import('./cast.mjs').Link[]} links @returns {Table} */
function recoveryTable(recording, links) {
  const rows = links.flatMap(({ id, isBare }) =>
    recoveriesOf(recording, id).map(({ trouble, cause, lostAt, backAt, attempts }) => [
      isBare ? `${BARE}: ${trouble.name}` : trouble.name,
      cause ?? NONE,
      between(trouble.from, lostAt),
      String(attempts),
      between(lostAt, backAt),
      between(trouble.overAt, backAt),
    ]),
  );
  return {
    title: TITLES.recoveries,
    headings: ['trouble', 'noticed by', 'noticed in', 'attempts', 'back in', 'since its end'],
    rows,
  };
}

/** @param {number | undefined} from @param {number | undefined} to */
function between(from, to) {
  return from === undefined || to === undefined ? NONE : seconds(Math.max(0, to - from));
}

/** What the library brought over the bare API, one sentence for each. @param {Recording} recording @returns {string[]} */
export function gainOf(recording) {
  return recording.links
    .filter(({ isBare }) => isBare)
    .map(({ id, platform, name }) => {
      const [ours, bare] = [platform, id].map((link) => tally(recording, link));
      return `${name}: ${bare.arrived} of ${bare.sent} messages arrived and ${bare.back} of ${bare.troubles} troubles were over before the next; beside it, with the library, ${ours.arrived} of ${ours.sent} and ${ours.back} of ${ours.troubles}.`;
    });
}

/** @param {Recording} recording @param {string} link */
function tally(recording, link) {
  const messages = messagesOf(recording, link);
  const recoveries = recoveriesOf(recording, link);
  return {
    sent: messages.length,
    arrived: messages.filter(({ arrivedAt }) => arrivedAt !== undefined).length,
    troubles: recoveries.length,
    back: recoveries.filter(({ backAt }) => backAt !== undefined).length,
  };
}
