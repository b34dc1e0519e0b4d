// @ts-check
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([['jsc'], ['--print']])('the command takes no argument, so %s is not silently passed over', (argument) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lab/engines/index.mjs', argument], {
    encoding: 'utf8',
  });
  expect(stderr).toBe(`usage: npm run engines, without arguments; got ${argument}\n`);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});
