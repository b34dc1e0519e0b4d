// @ts-check
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/**
 * Shares work out to a thread for each core: whoever is free takes the next piece.
 *
 * @param {URL} module its default export makes one piece
 * @param {any[]} pieces
 * @returns {Promise<any[]>} what became of each
 */
export async function share(module, pieces) {
  /** @type {any[]} */
  const results = [];
  let next = 0;
  const work = async () => {
    const worker = new Worker(new URL('./crew-member.mjs', import.meta.url), { workerData: module.href });
    try {
      while (next < pieces.length) {
        const at = next++;
        results[at] = await answer(worker, pieces[at]);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), pieces.length) }, work));
  return results;
}

/**
 * @param {Worker} worker
 * @param {any} piece
 */
function answer(worker, piece) {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners('message').once('message', resolve);
    worker.removeAllListeners('error').once('error', reject);
    worker.removeAllListeners('exit').once('exit', () => reject(new Error('a thread of the build ended early.')));
    worker.postMessage(piece);
  });
}
