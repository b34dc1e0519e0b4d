// @ts-check
/** Runs a script in a Node process of its own and reads the JSON it prints. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Collections are called for, never by chance: what is allocated stays to be counted. */
const STILL = ['--expose-gc', '--min-semi-space-size=64', '--max-semi-space-size=64'];

/** No compiler ever, as on iOS, where the engine of a mini program may not make machine code. */
export const INTERPRETED = ['--no-opt', '--no-maglev', '--no-sparkplug'];

/** @param {string} script beside this file @param {string[]} args @param {string[]} [flags] @returns {Promise<any>} */
export async function runWorker(script, args, flags = []) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await run(process.execPath, [...STILL, ...flags, file, ...args], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}
