// @ts-check
import { describe, expect, it } from 'vitest';
import { crowdSection } from '../../../lab/bench/report/crowd.mjs';
import { recoverySection } from '../../../lab/bench/report/recovery.mjs';
import { summarize } from '../../../lab/bench/stats.mjs';

const once = (/** @type {number} */ value) => summarize([value]);
const NEVER = Number.POSITIVE_INFINITY;

describe('the chapter on recovery', () => {
  const row = (/** @type {string} */ name, /** @type {number} */ recoverMs, /** @type {number} */ noticeMs) => ({
    name,
    trouble: 'restart',
    recoverMs: once(recoverMs),
    noticeMs: once(noticeMs),
  });
  const page = recoverySection({
    patienceMs: 32000,
    oneConnectMs: once(3),
    troubles: [{ name: 'restart', does: 'the server restarts' }],
    rows: [row('mde-websocket/wechat', 200, 10), row('slow', 500, NEVER)],
  });

  it('begins with ratios to ours', () => {
    expect(page).toMatch(/\| ratio \| mde-websocket\/wechat \| slow \|\n.*\n\| restart \| 1× \| 2.5× \|/);
    expect(page).toMatch(/\| restart \| 1× \| never \|/);
    expect(page.indexOf('| 2.5× |')).toBeLessThan(page.indexOf('| 500 |'));
  });
});

describe('the chapter on the crowd', () => {
  const row = (/** @type {string} */ policy, /** @type {number} */ backSeconds) => ({
    policy,
    clients: 10000,
    goneFor: 30000,
    backSeconds: once(backSeconds),
    halfBackSeconds: once(1),
    peakAfterReturnPerSecond: once(1),
    peakPerSecond: once(1),
    wastedAfterReturn: once(1),
    wastedWhileGone: once(1),
  });
  const rows = [row('quick', 3), row('lost', NEVER)];
  const page = crowdSection({
    server: { goneFor: 30000, perSecond: 5000, roundTrip: [20, 200] },
    crowds: [10000],
    rows,
    sweep: rows.map(({ policy, ...crowd }) => ({ policy, crowds: [crowd] })),
  });

  it("begins with ratios to the server's own limit", () => {
    expect(page).toMatch(/\| ratio to the limit \| 10,000 clients \|\n.*\n\| quick \| 1.5× \|\n\| lost \| never \|/);
    expect(page.indexOf('| 1.5× |')).toBeLessThan(page.indexOf('### 10,000 clients'));
  });
});
