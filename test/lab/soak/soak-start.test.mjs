// @ts-check
/** A soak that cannot start says why, and does not wait for ever. */
import { spawnSync } from 'node:child_process';
import { afterEach, expect, it, vi } from 'vitest';
import { startProxy } from '../../../lab/faults/proxy.mjs';
import { createWatch } from '../../../lab/faults/watch.mjs';
import { createAccount } from '../../../lab/soak/account.mjs';
import { createCrowd } from '../../../lab/soak/crowd.mjs';
import { checkFiles, fileLimit, filesFor } from '../../../lab/soak/files.mjs';

afterEach(() => void vi.useRealTimers());

it('as many open files as are needed are enough', () => {
  expect(() => checkFiles(100, filesFor(100))).not.toThrow();
  expect(() => checkFiles(4000, Infinity)).not.toThrow();
  expect(() => checkFiles(100, filesFor(100) - 1)).toThrow(
    '100 tasks need 500 open files where the limit is 499: raise it (ulimit -n 500) or ask for fewer tasks',
  );
});

it.skipIf(process.platform === 'win32')('the limit of open files is known before anything is opened', () => {
  const command = `ulimit -n 200; exec "${process.execPath}" lab/soak/index.mjs --tasks 100`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect(stderr).toContain('100 tasks need 500 open files where the limit is 200');
  expect(stdout).toBe('');
  expect(status).toBe(2);
  expect(fileLimit()).toBeGreaterThan(0);
});

it('a crowd that cannot connect is given up, with a hint', async () => {
  const watch = createWatch();
  const proxy = await startProxy(0);
  proxy.refuse();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const crowd = createCrowd(4, proxy.url(), createAccount(4, 1), watch);
  const refused = expect(crowd).rejects.toThrow(
    'only 0 of 1 tasks were open after 20000 ms; 4 of them need 68 open files: see ulimit -n',
  );
  await vi.advanceTimersByTimeAsync(20_000);
  await refused;
});
