// @ts-check
/** The examples' server, in a process that can be killed and started again on its port. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/examples/library.mjs';

/** @typedef {ReturnType<typeof createServer>} Server */

export function createServer() {
  let port = '0';
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let program;

  async function start() {
    const started = spawn(process.execPath, [path.join(root, 'examples/server/server.mjs'), port], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    program = started;
    let said = '';
    started.stderr?.on('data', (text) => {
      said += text;
    });
    const lines = createInterface({ input: /** @type {NodeJS.ReadableStream} */ (started.stdout) });
    const ended = once(started, 'exit').then(([code]) => {
      throw new Error(`the server ended with ${code}: ${said}`);
    });
    const [line] = await Promise.race([once(lines, 'line'), ended]);
    ended.catch(() => {});
    port = /:(\d+)/.exec(line)?.[1] ?? '';
    lines.on('line', () => {});
  }

  return {
    /** The same after each start. */
    url: () => `ws://127.0.0.1:${port}`,
    start,
    /** Without a word to its clients. */
    async kill() {
      if (!program || program.exitCode !== null || program.signalCode !== null) return;
      const gone = once(program, 'exit');
      program.kill('SIGKILL');
      await gone;
    },
  };
}
