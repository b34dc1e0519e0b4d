// @ts-check
import { expect, it } from 'vitest';
import { suspicionSection } from '../../../lab/bench/report/suspicion.mjs';
import { summarize } from '../../../lab/bench/stats.mjs';

it('the chapter on suspicion has the wait of a message for each ground and round trip', () => {
  const row = (/** @type {string} */ grounds, /** @type {number} */ wait) => ({
    grounds,
    roundTrip: 50,
    waitMs: summarize([wait, wait + 2, wait + 1]),
    pings: summarize([2, 2, 2]),
  });
  const page = suspicionSection({ rows: [row('none', 1), row('foreground', 50)] });
  expect(page).toContain('of 3 rounds');
  expect(page).toContain('| none | 50 | 2 (1–3) | 2 |');
  expect(page).toContain('| foreground | 50 | 51 (50–52) | 2 |');
});
