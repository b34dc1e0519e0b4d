// @ts-check
import { roundsOf, spread, table } from './table.mjs';

/** @param {any} suspicion */
export function suspicionSection({ rows }) {
  return `## What a suspicion costs a live link

After a return to the app, or a report of another network, a message waits until the server has said anything at all: one
round trip, once. Counted from \`send\` to the server, over real sockets on loopback to a server that answers after a round
trip of so many milliseconds; of ${roundsOf(rows.map((/** @type {any} */ { waitMs }) => waitMs))}.

${table(
  ['grounds', 'round trip, ms', 'until the server has the message, ms', 'pings'],
  rows.map((/** @type {any} */ { grounds, roundTrip, waitMs, pings }) => [
    grounds,
    roundTrip,
    spread(waitMs),
    spread(pings),
  ]),
)}`;
}
