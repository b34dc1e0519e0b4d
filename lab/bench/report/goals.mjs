// @ts-check
/**
 * The goals that each of our entries is held to, and what a run says of them.
 *
 * @typedef {{
 *   goal: string, seen: (entry: string) => number | undefined, isMet: (value: number) => boolean,
 *   unit?: string, why?: { entries: string[], says: string },
 * }} Goal `why` is said under the table when one of its entries misses the goal
 */

import { heartbeatMiniprogram } from '../subjects/heartbeat-miniprogram.mjs';
import { atRunTime, bareHost, reference } from '../subjects/index.mjs';
import { alipay } from '../subjects/mde.mjs';
import { figure, ratio } from './table.mjs';

const isOurs = (/** @type {{ package?: string }} */ subject) => subject.package === reference.package;

/** Those of ours that are measured at run time. */
export const ownEntries = atRunTime.filter(isOurs).map(({ name }) => name);

const predecessor = heartbeatMiniprogram.name;

/** @param {any} results @returns {Goal[]} */
export function goalsOf({ inbound, outbound, memory, recovery }) {
  return [...inboundGoals(inbound), ...outboundGoals(outbound), ...idleGoals(memory.rows), ...recoveryGoals(recovery)];
}

/** The default of `probeTimeout`, and what it may take to hear of a refusal. Milliseconds. */
const PROBE = 3000;
const GRACE = 200;
const REFUSAL = 300;

/** Back within one verdict and one connect; recovery is measured for one of our entries. @param {any} recovery @returns {Goal[]} */
function recoveryGoals({ rows, oneConnectMs }) {
  const connect = oneConnectMs.high;
  const rowOf = (/** @type {string} */ entry, /** @type {string} */ trouble) =>
    rows.find((/** @type {any} */ row) => row.name === entry && row.trouble === trouble);
  const within = (/** @type {string} */ trouble, /** @type {number} */ bound) => ({
    goal: `${trouble}: back within ${figure(bound)} ms and one connect (${figure(connect)} ms)`,
    seen: (/** @type {string} */ entry) => rowOf(entry, trouble)?.recoverMs.median,
    isMet: (/** @type {number} */ ms) => ms <= bound + connect,
    unit: ' ms',
  });
  return [
    within('foreground, dead link', PROBE + GRACE),
    within('Wi-Fi to 4G', PROBE + GRACE),
    within('foreground, host refuses', REFUSAL),
    within('hidden while connecting', GRACE),
    within('network back, attempt hangs', GRACE),
    within('close after the foreground', REFUSAL),
    {
      goal: 'host refuses every send: no message lost',
      seen: (entry) => rowOf(entry, 'host refuses every send')?.lost,
      isMet: (lost) => lost === 0,
    },
  ];
}

/** @param {any} inbound @returns {Goal[]} */
function inboundGoals(inbound) {
  const [timers, object, over, faster, fasterQuickJs] = messageGoals('inbound', inbound);
  const why = {
    entries: [alipay.name],
    says:
      'Alipay has one socket for the whole program by default, so its entry knows the events of the present link from ' +
      'those of an earlier one, and it looks for payloads that are nested or in base64.',
  };
  return [timers, { ...object, why }, { ...over, why }, faster, fasterQuickJs];
}

/** @param {any} outbound @returns {Goal[]} */
function outboundGoals(outbound) {
  const [timers, object, over, faster, fasterQuickJs] = messageGoals('outbound', outbound);
  const because = (/** @type {string} */ says) => ({ entries: ownEntries, says });
  const bareBytes = figure(named(outbound.counted, bareHost.name).bytesInterpreted);
  const whyBytes =
    'a send is the object that the host wants, a record of the message, as it may have to wait or its sender be told, ' +
    `and what catches a host that throws; the bare host's own object is ${bareBytes} bytes.`;
  const whySlower = (/** @type {any[]} */ rows) =>
    `${predecessor}'s \`send\` is the host's call and nothing else: no queue, no callback that is called exactly once. ` +
    `The bare host socket is ${ratio(nsOf(rows, predecessor), nsOf(rows, bareHost.name))} as fast as it, which is the limit.`;
  return [
    timers,
    { ...object, why: because(whyBytes) },
    over,
    { ...faster, why: because(whySlower(outbound.node)) },
    { ...fasterQuickJs, why: because(whySlower(outbound.quickJs)) },
  ];
}

/** @param {string} way @param {any} measured @returns {Goal[]} */
function messageGoals(way, { node, counted, quickJs }) {
  const timesFaster = (/** @type {any[]} */ rows) => (/** @type {string} */ entry) =>
    nsOf(rows, predecessor) / nsOf(rows, entry);
  return [
    {
      goal: `${way}: no timer call`,
      seen: (entry) => named(counted, entry).timerCalls,
      isMet: (calls) => calls === 0,
    },
    {
      goal: `${way}: at most one small object (80 bytes), even in an interpreter`,
      seen: (entry) => named(counted, entry).bytesInterpreted,
      isMet: (bytes) => bytes <= 80,
      unit: ' bytes',
    },
    {
      goal: `${way}: at most 60 ns over the bare host, Node`,
      seen: (entry) => nsOf(node, entry) - nsOf(node, bareHost.name),
      isMet: (ns) => ns <= 60,
      unit: ' ns',
    },
    {
      goal: `${way}: twice as fast as ${predecessor}, Node`,
      seen: timesFaster(node),
      isMet: (times) => times >= 2,
      unit: '×',
    },
    {
      goal: `${way}: twice as fast as ${predecessor}, QuickJS`,
      seen: timesFaster(quickJs),
      isMet: (times) => times >= 2,
      unit: '×',
    },
  ];
}

/** @param {any[]} rows @returns {Goal[]} */
function idleGoals(rows) {
  const rival = lightestRival(rows);
  return [
    {
      goal: 'idle: at most one pending timer',
      seen: (entry) => named(rows, entry)?.pending.median,
      isMet: (timers) => timers <= 1,
    },
    {
      goal: `idle: less heap than every peer with a heartbeat and a queue; the lightest is ${rival.name}, ${figure(rival.bytes.median)} bytes`,
      seen: (entry) => named(rows, entry)?.bytes.median,
      isMet: (bytes) => bytes < rival.bytes.median,
      unit: ' bytes',
    },
  ];
}

/** @param {any[]} rows */
function lightestRival(rows) {
  return atRunTime
    .filter((subject) => subject.hasHeartbeat && subject.features?.['queue while away'] !== 'no' && !isOurs(subject))
    .map(({ name }) => named(rows, name))
    .reduce((lightest, row) => (row.bytes.median < lightest.bytes.median ? row : lightest));
}

/** @param {any[]} rows @param {string} name */
function named(rows, name) {
  return rows.find((row) => row.name === name);
}

/** @param {any[]} rows @param {string} name */
function nsOf(rows, name) {
  return named(rows, name).ns.median;
}
