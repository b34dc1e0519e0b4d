// @ts-check
/** A program for the test of process.mjs: one check that passes, then one that never lets go of the thread. */
import { spawn } from 'node:child_process';

const check = (/** @type {string} */ name, seconds = 60) => ({ example: 'busy', target: '', check: name, seconds });
const helper = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
process.send?.({ began: check('starts a helper') });
process.send?.({ ended: { ...check('starts a helper'), ms: 1, problem: `helper ${helper.pid}` } });
process.send?.({ began: check('comes to an end', 1) }, () => {
  for (;;);
});
