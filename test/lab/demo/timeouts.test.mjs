// @ts-check
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { QUICK, timeoutsOf } from '../../../lab/demo/timeouts.mjs';

test('the defaults beside the timeouts of the story are those of the bundle', async () => {
  const open = createRequire(import.meta.url)('../../../dist/index.js');
  const platform = {
    connectSocket() {
      throw new Error('nothing is connected for this');
    },
  };
  const timeouts = await timeoutsOf((/** @type {object} */ options) => open({ platform, ...options }));
  expect(timeouts.map(({ name }) => name)).toEqual(Object.keys(QUICK));
  for (const { name, here, usual } of timeouts) expect([name, here < usual]).toEqual([name, true]);
});
