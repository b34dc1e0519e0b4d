// @ts-check
import { expect, test } from 'vitest';
import { readRevision } from '../../../lab/bench/before-after/bundles.mjs';
import { pageOf } from '../../../lab/bench/before-after/page.mjs';

test('the page compares both moments, ratios first', () => {
  const summary = (/** @type {number} */ median) => ({ median, low: median, high: median, rounds: 5 });
  const row = { entry: 'mde-websocket', what: 'inbound, ns', before: summary(200), after: summary(50) };
  const page = pageOf({ hash: 'abc1234', date: '2026-11-22', title: 'Add it' }, [row], 5);
  expect(page).toContain('npm run before-after -- abc1234');
  expect(page).toContain('| mde-websocket: inbound, ns | 0.25× | 200 | 50 |');
});

test('a revision that git does not know is an error that names it', () => {
  expect(() => readRevision('no-such-revision')).toThrow('git knows no revision "no-such-revision"');
});
