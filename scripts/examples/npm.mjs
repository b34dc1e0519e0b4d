// @ts-check
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** What a person can put right: told without a stack. */
export class ExampleError extends Error {}

/**
 * Runs npm, and keeps what it says for the case that it fails.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, what: string }} how `what` says in words what failed
 * @returns {Promise<string>} what it said
 */
export function npm(args, { cwd, env, what }) {
  return new Promise((resolve, reject) => {
    const program = spawn('npm', args, {
      cwd,
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [program.stdout, program.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    program.on('error', (error) => reject(new ExampleError(`${what}: npm cannot be started: ${error.message}`)));
    program.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new ExampleError(`${what}: npm ${args.join(' ')} ended with ${code} in ${cwd}:\n${endOf(said)}`));
    });
  });
}

/** The last that a program said, without the colours and bars that are drawn over and over. @param {string} said */
function endOf(said) {
  const lines = stripVTControlCharacters(said)
    .split(/[\r\n]+/)
    .map((line) => line.trimEnd())
    .filter(Boolean);
  return lines.slice(-40).join('\n');
}
