// @ts-check
import { sweepSection } from './sweep.mjs';
import { figure, ratio, roundsOf, spread, table } from './table.mjs';

/** @param {any} crowd */
export function crowdSection({ server, crowds, rows, sweep }) {
  const seconds = server.goneFor / 1000;
  return `## The crowd

A discrete-event simulation: all clients lose one server at the same moment (each notices within 100 ms). It refuses for
${seconds} s, then accepts ${server.perSecond.toLocaleString('en')} connections a second; its listen queue holds one second's worth, and who finds that full
gets no answer and gives up after the library's own bound, or the host's 60 s where it has none. Ways to the server and
back take ${server.roundTrip.join(' to ')} ms. Our policies are the shipped code; each peer's was compared with the library itself: with the
pauses it makes, and with how long it waits for an attempt that nobody answers. "Never" is not within an hour.

![Attempts a second](benchmarks-crowd-arrivals.svg)

![Clients that are back](benchmarks-crowd-back.svg)

Until 99 % are back, beside the limit, the time that the server needs to accept them all:

${limitTable(crowds, rows, server)}

${crowds.map((/** @type {number} */ clients) => crowdTable(clients, rows, server)).join('\n\n')}

${sweepSection(sweep)}`;
}

/** @param {number[]} crowds @param {any[]} rows @param {any} server */
function limitTable(crowds, rows, server) {
  const policies = [...new Set(rows.map(({ policy }) => policy))];
  /** @param {string} policy @param {number} clients */
  const cell = (policy, clients) => {
    const { backSeconds } = rows.find((row) => row.policy === policy && row.clients === clients);
    return ratio(backSeconds.median, clients / server.perSecond);
  };
  return table(
    ['ratio to the limit', ...crowds.map((clients) => `${clients.toLocaleString('en')} clients`)],
    policies.map((policy) => [policy, ...crowds.map((clients) => cell(policy, clients))]),
  );
}

/** @param {number} clients @param {any[]} rows @param {any} server */
function crowdTable(clients, rows, server) {
  const limit = clients / server.perSecond;
  const shown = rows.filter((row) => row.clients === clients);
  const seeds = roundsOf(
    shown.map(({ backSeconds }) => backSeconds),
    'seed',
  );
  return `### ${clients.toLocaleString('en')} clients

The server needs at least ${figure(limit)} s for all of them. Of ${seeds}.

${table(
  [
    'policy',
    'half back, s',
    '99 % back, s',
    'peak a second after the return',
    'peak a second at all',
    'wasted a client after the return',
    'wasted a client while it is gone',
  ],
  shown.map((row) => [
    row.policy,
    spread(row.halfBackSeconds),
    spread(row.backSeconds),
    spread(row.peakAfterReturnPerSecond),
    spread(row.peakPerSecond),
    spread(row.wastedAfterReturn),
    spread(row.wastedWhileGone),
  ]),
)}`;
}
