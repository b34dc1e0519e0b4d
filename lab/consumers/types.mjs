// @ts-check
/** The types of this folder and of the examples' server, whose packages the project's own check does not have. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const config = fileURLToPath(new URL('tsconfig.json', import.meta.url));
/** How long the compiler may take, in milliseconds. */
const LIMIT = 300_000;

/** @param {import('./results.mjs').Results} results */
export async function checkTypes(results) {
  const began = Date.now();
  const problem = await promisify(execFile)(process.execPath, [tsc, '-p', config], { timeout: LIMIT }).then(
    () => undefined,
    ({ stdout, message }) => stdout || message,
  );
  const check = 'the programs of this test and the server are typed';
  results.add({ example: 'lab/consumers', target: '', check, ms: Date.now() - began, problem });
}
