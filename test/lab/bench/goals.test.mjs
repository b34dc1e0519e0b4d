// @ts-check
import { describe, expect, it } from 'vitest';
import { troubles } from '../../../lab/bench/recovery/troubles.mjs';
import { recoverySection } from '../../../lab/bench/report/recovery.mjs';
import { summarySection } from '../../../lab/bench/report/summary.mjs';
import { atRunTime, bareHost, reference } from '../../../lab/bench/subjects/index.mjs';

const median = (/** @type {number} */ value) => ({ median: value, low: value, high: value, rounds: 1 });

/** Everybody takes 50 ns, the bare host 1 ns, and the predecessor as long as it is told. @param {number} predecessorNs */
function direction(predecessorNs) {
  const ns = (/** @type {string} */ name) =>
    name === bareHost.name ? 1 : name.startsWith('websocket-heartbeat') ? predecessorNs : 50;
  const timed = atRunTime.map(({ name }) => ({ name, ns: median(ns(name)) }));
  const counted = atRunTime.map(({ name }) => ({ name, timerCalls: 0, bytes: 40, bytesInterpreted: 72 }));
  return { node: timed, quickJs: timed, counted };
}

function results() {
  const weighed = atRunTime.filter(({ name }) => name !== 'mde-websocket/alipay');
  const bytesOf = (/** @type {string} */ name) => median(name.startsWith('mde') ? 3000 : 4000);
  return {
    inbound: direction(200),
    outbound: direction(2),
    memory: { rows: weighed.map(({ name }) => ({ name, bytes: bytesOf(name), pending: median(1) })) },
    recovery: {
      oneConnectMs: median(20),
      rows: troubles.map(({ name, talks }) => ({
        name: reference.name,
        trouble: name,
        recoverMs: median(/dead link|4G/.test(name) ? 3040 : 50),
        ...(talks && { said: 40, lost: 0 }),
      })),
    },
    crowd: {
      server: { perSecond: 5000 },
      rows: [{ policy: 'mde-websocket, backoff()', clients: 1e6, backSeconds: median(204) }],
    },
  };
}

/** @param {any} page @param {string} goal */
const rowOf = (page, goal) => page.split('\n').find((/** @type {string} */ line) => line.startsWith(`| ${goal}`));

describe('the table of goals', () => {
  it('judges every entry in both directions', () => {
    const page = summarySection(results());
    expect(page.match(/^\| goal .*$/m)?.[0]).toBe(
      '| goal | mde-websocket/wechat | mde-websocket | mde-websocket/alipay |',
    );
    expect(rowOf(page, 'inbound: twice')).toMatch(/4×, met \| 4×, met \| 4×, met/);
    expect(rowOf(page, 'outbound: twice')).toMatch(/0.04×, \*\*missed\*\*/);
    expect(rowOf(page, 'outbound: at most 60 ns')).toMatch(/49 ns, met/);
    expect(rowOf(page, 'idle: less heap')).toMatch(/3,000 bytes, met \| 3,000 bytes, met \| not measured/);
  });

  it('says why outbound cannot be twice as fast, and nothing of goals that are met', () => {
    const page = summarySection(results());
    expect(page).toContain('The bare host socket is 2× as fast as it');
    expect(page).not.toContain('- inbound');
  });

  it('shows one entry that misses what the others meet', () => {
    const slow = results();
    slow.inbound.node = slow.inbound.node.map((row) =>
      row.name === 'mde-websocket/alipay' ? { ...row, ns: median(150) } : row,
    );
    const page = summarySection(slow);
    expect(rowOf(page, 'inbound: at most 60 ns')).toMatch(/49 ns, met \| 49 ns, met \| 149 ns, \*\*missed\*\*/);
    expect(page).toContain('- inbound: at most 60 ns over the bare host, Node: Alipay has one socket');
  });

  it('holds our entry to a probe and a connect, and to no lost message', () => {
    const page = summarySection(results());
    expect(rowOf(page, 'Wi-Fi to 4G')).toMatch(/within 3,200 ms.* \| 3,040 ms, met \| not measured/);
    expect(rowOf(page, 'foreground, host refuses')).toMatch(/50 ms, met/);
    expect(rowOf(page, 'host refuses every send')).toMatch(/\| 0, met/);
    const late = results();
    for (const row of late.recovery.rows) Object.assign(row, { recoverMs: median(12_050), lost: 3 });
    expect(rowOf(summarySection(late), 'Wi-Fi to 4G')).toMatch(/12,050 ms, \*\*missed\*\*/);
    expect(rowOf(summarySection(late), 'host refuses every send')).toMatch(/\| 3, \*\*missed\*\*/);
  });

  it('misses heap, timers and the crowd', () => {
    const heavy = results();
    for (const row of heavy.memory.rows)
      Object.assign(row, { pending: median(2) }, row.name === reference.name && { bytes: median(5000) });
    heavy.crowd.rows[0].backSeconds = median(221);
    const page = summarySection(heavy);
    expect(rowOf(page, 'idle: at most one')).toMatch(/2, \*\*missed\*\*/);
    expect(rowOf(page, 'idle: less heap')).toMatch(/5,000 bytes, \*\*missed\*\* \| 3,000 bytes, met/);
    expect(page).toContain('221 s, **missed**');
  });

  it('cannot be made when an entry was not measured', () => {
    const short = results();
    short.inbound.node = short.inbound.node.filter(({ name }) => name !== 'mde-websocket');
    expect(() => summarySection(short)).toThrow();
  });
});

it('the chapter on recovery has a row for every trouble, and counts what was lost', () => {
  const { recovery } = results();
  const rows = recovery.rows.map((/** @type {any} */ row) => ({ ...row, noticeMs: median(1) }));
  const page = recoverySection({ ...recovery, rows, patienceMs: 32_000, troubles });
  for (const { name } of troubles) expect(rowOf(page, name)).toContain('|');
  expect(page).toContain('| host refuses every send | 0 of 40 |');
});
