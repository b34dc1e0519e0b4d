// @ts-check
/**
 * A program in another network namespace, asked and answering over the channel between parent and child.
 *
 * @typedef {ReturnType<typeof startIn>} Remote
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @param {string} namespace
 * @param {string} file beside this one
 * @param {string[]} args
 */
export function startIn(namespace, file, args) {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const command = ['netns', 'exec', namespace, process.execPath, program, ...args];
  const child = spawn('ip', command, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  /** @type {Map<number, (answer: any) => void>} */
  const asked = new Map();
  child.on('message', (/** @type {{ id: number, answer: any }} */ { id, answer }) => asked.get(id)?.(answer));

  return {
    /** @param {string} what the name of a task that the program serves @param {any} [detail] @returns {Promise<any>} */
    ask(what, detail) {
      const id = asked.size + 1;
      const answer = new Promise((resolve) => asked.set(id, resolve));
      child.send({ id, what, detail });
      return Promise.race([answer, ended.then(refuse)]);
      function refuse() {
        throw new Error(`${file} ended before it answered ${what}`);
      }
    },
    /** The program ends when its channel does, even if its parent was killed. */
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** What a program does for its parent. @param {Record<string, (detail: any) => any>} tasks */
export function serve(tasks) {
  process.on('message', async (/** @type {{ id: number, what: string, detail: any }} */ { id, what, detail }) => {
    const answer = await tasks[what](detail);
    process.send?.({ id, answer });
  });
  process.on('disconnect', () => process.exit());
}
