// @ts-check
/** A worker in a group of processes and with a folder for temporary files of its own: no server and no file outlives it. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * @param {URL} file
 * @param {string[]} args
 * @param {(message: any) => void} hear what it sends
 * @param {number} [limit] one that hangs is ended, ms
 * @returns {Promise<void>} kept when it has ended, in whatever way
 */
export function runAlone(file, args, hear, limit = 600000) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mde-clients-'));
  const child = fork(file, args, { detached: true, env: { ...process.env, TMPDIR: folder } });
  const end = () => {
    try {
      process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL');
    } catch {}
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const late = setTimeout(end, limit);
  process.on('exit', end);
  child.on('message', hear);
  return new Promise((resolve) => {
    child.once('exit', () => {
      clearTimeout(late);
      process.off('exit', end);
      end();
      resolve();
    });
  });
}
