// @ts-check
/** A thread of crew.mjs. What it throws ends the whole work. */
import { parentPort, workerData } from 'node:worker_threads';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const { default: make } = await import(workerData);

port.on('message', async (piece) => port.postMessage(await make(piece)));
