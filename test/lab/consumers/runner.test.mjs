// @ts-check
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createWatch } from '../../../lab/consumers/mini/watch.mjs';
import { runInProcess } from '../../../lab/consumers/process.mjs';
import { createReporter } from '../../../lab/consumers/reporter.mjs';
import { createResults } from '../../../lab/consumers/results.mjs';
import { play, reaches } from '../../../lab/consumers/scenario.mjs';

const fixture = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const quiet = () => createResults(() => {});

/** What a reporter said, as results. @param {(reporter: import('../../../lab/consumers/reporter.mjs').Reporter) => Promise<unknown>} use */
async function reported(use) {
  const results = quiet();
  await use(createReporter((message) => 'ended' in message && results.add(message.ended)));
  return results.all.map(({ target, check, problem }) => ({ target, check, problem }));
}

test('a step that never lets go of the thread is ended at its limit, with everything its process started', async () => {
  const results = quiet();
  await runInProcess(fixture('busy.mjs'), { name: 'busy' }, results);
  expect(results.all[1]).toMatchObject({
    check: 'comes to an end',
    problem: 'not done after 1 s: its process was ended',
  });
  const helper = Number(results.all[0].problem?.replace('helper ', ''));
  await expect.poll(() => isRunning(helper)).toBe(false);
});

test('a process that ends with an error is a failure, although no check was open', async () => {
  const results = quiet();
  await runInProcess(fixture('no-such-program.mjs'), { name: 'gone' }, results);
  expect(results.all).toMatchObject([{ example: 'gone', problem: 'ended with code 1' }]);
});

test('complaints, throws and rejections fail a check, and nothing else does', async () => {
  const all = await reported(async (reporter) => {
    await reporter.check('a', 't', 'nothing', () => {});
    await reporter.check('a', 't', 'no complaints', () => []);
    await reporter.check('a', 't', 'complaints', () => ['one', 'two']);
    await reporter.check('a', 't', 'throws', () => {
      throw new Error('thrown');
    });
    await reporter.check('a', 't', 'rejects', () => Promise.reject(new Error('rejected')));
  });
  expect(all.map(({ problem }) => problem)).toEqual([undefined, undefined, 'one\ntwo', 'thrown', 'rejected']);
});

test('a target that failed a step does not go on, and the others do', async () => {
  const app = (/** @type {boolean} */ isWell) => ({
    until: async () => {},
    state: () => '',
    lines: () => [],
    say: (/** @type {string} */ text) => text,
    press() {
      if (!isWell) throw new Error('no button');
    },
  });
  const steps = ['first', 'second'].map((title) => ({ title, run: async (/** @type {any} */ one) => one.press() }));
  const apps = [
    { target: 'well', app: app(true) },
    { target: 'ill', app: app(false) },
  ];
  const all = await reported((reporter) => play(reporter, 'a', apps, steps));
  const of = (/** @type {string} */ name) => all.filter(({ target }) => target === name).map(({ problem }) => problem);
  expect(of('well')).toEqual([undefined, undefined]);
  expect(of('ill')).toEqual(['no button', 'not reached: a step before it failed']);
});

test('a state is waited for until it is shown', async () => {
  const watch = createWatch();
  let state = 'connecting';
  let isThere = false;
  const app = {
    until: (/** @type {string} */ what, /** @type {() => boolean | Promise<boolean>} */ isSo) =>
      watch.until(what, isSo, () => state),
    state: () => state,
  };
  const waiting = reaches(/** @type {any} */ (app), 'open').then(() => {
    isThere = true;
  });
  watch.changed();
  await new Promise(setImmediate);
  expect(isThere).toBe(false);
  state = 'open';
  watch.changed();
  await waiting;
});

test('the table has a row for each target, with the first check that failed', () => {
  const results = quiet();
  results.add({ example: 'taro', target: 'h5', check: 'builds', ms: 1500 });
  results.add({ example: 'taro', target: 'h5', check: 'runs', ms: 500, problem: 'it does not' });
  results.add({ example: 'web', target: 'web', check: 'builds', ms: 0 });
  expect(results.table()).toEqual([
    'example, target  checks  seconds',
    'taro h5          1 of 2      2.0  FAILED: runs',
    'web web          1 of 1      0.0  ok',
  ]);
  expect([results.passed(), results.failed()]).toEqual([2, 1]);
});

/** Whether it runs; one that ended and that nobody asked about is not running. @param {number} pid */
function isRunning(pid) {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
