// @ts-check
/** The goals, and whether this run met them. */
import { atRunTime, reference } from '../subjects/index.mjs';
import { figure, table } from './table.mjs';

const PREDECESSOR = 'websocket-heartbeat-miniprogram';

/** @param {any} results */
export function summarySection({ inbound, outbound, memory, crowd }) {
  const { node, counted, quickJs } = inbound;
  const over = nsOf(node, reference.name) - nsOf(node, 'bare host socket');
  const faster = nsOf(node, PREDECESSOR) / nsOf(node, reference.name);
  const fasterQuickJs = nsOf(quickJs, PREDECESSOR) / nsOf(quickJs, reference.name);
  const { timerCalls, bytesInterpreted: bytes } = named(counted, reference.name);
  const heap = named(memory.rows, reference.name).bytes.median;
  const rival = lightestRival(memory.rows);
  const pending = named(memory.rows, reference.name).pending.median;
  const overOut = nsOf(outbound.node, reference.name) - nsOf(outbound.node, 'bare host socket');
  const back = crowd.rows.findLast((/** @type {any} */ row) => row.policy.includes('backoff()'));
  const limit = back.clients / crowd.server.perSecond;
  return `## The goals

${table(
  ['goal', 'this run', ''],
  [
    ['inbound: no timer call', figure(timerCalls), met(timerCalls === 0)],
    ['inbound: at most one small object, even in an interpreter', `${figure(bytes)} bytes`, met(bytes <= 80)],
    ['inbound: at most 60 ns over the bare host', `${figure(over)} ns`, met(over <= 60)],
    [`inbound: twice as fast as ${PREDECESSOR}`, `${figure(faster)}×`, met(faster >= 2)],
    ['the same in QuickJS', `${figure(fasterQuickJs)}×`, met(fasterQuickJs >= 2)],
    ['outbound: at most 60 ns over the bare host', `${figure(overOut)} ns`, met(overOut <= 60)],
    ['idle: at most one pending timer', figure(pending), met(pending <= 1)],
    [
      `idle: less heap than every peer with a heartbeat and a queue; the lightest is ${rival.name}`,
      `${figure(heap)} bytes to ${figure(rival.bytes.median)}`,
      met(heap < rival.bytes.median),
    ],
    [
      `a million clients: \`backoff()\` brings 99 % back within a tenth of the server's limit, ${figure(limit)} s`,
      `${figure(back.backSeconds.median)} s`,
      met(back.backSeconds.median <= limit * 1.1),
    ],
  ],
)}`;
}

/** @param {boolean} isMet */
function met(isMet) {
  return isMet ? 'met' : '**missed**';
}

/** @param {any[]} rows @param {string} name */
function named(rows, name) {
  return rows.find((row) => row.name === name);
}

/** @param {any[]} rows @param {string} name */
function nsOf(rows, name) {
  return named(rows, name).ns.median;
}

/** @param {any[]} rows */
function lightestRival(rows) {
  const rivals = atRunTime.filter((subject) => subject.hasHeartbeat && subject.features?.['queue while away'] !== 'no');
  return rivals
    .filter((subject) => subject.package !== reference.package)
    .map(({ name }) => named(rows, name))
    .reduce((lightest, row) => (row.bytes.median < lightest.bytes.median ? row : lightest));
}
