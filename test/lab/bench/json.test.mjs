// @ts-check
import { expect, test } from 'vitest';
import { toJson } from '../../../lab/bench/report/json.mjs';

test('results are kept with six digits, lists of figures on one line, and no curves', () => {
  const crowd = { rows: [{ back: Number.POSITIVE_INFINITY }], curves: [{ points: [1, 2] }] };
  const text = toJson({ rounds: 5, ns: 1.23456789, crowds: [10, 100], crowd });
  expect(JSON.parse(text)).toEqual({ rounds: 5, ns: 1.23457, crowds: [10, 100], crowd: { rows: [{ back: 'never' }] } });
  expect(text).toContain('"crowds": [10, 100]');
});
