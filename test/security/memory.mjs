// @ts-check
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');

/** Takes away all that nobody holds. What was made in this turn is held until the next. */
export async function collect() {
  await new Promise(setImmediate);
  gc();
}

/** The bytes on the heap that somebody holds. */
export async function heapInUse() {
  await collect();
  return process.memoryUsage().heapUsed;
}

/** Watches objects without holding them. */
export function createCensus() {
  /** @type {WeakRef<object>[]} */
  const watched = [];
  return {
    /** @template {object} Item @param {Item} item @returns {Item} */
    watch(item) {
      watched.push(new WeakRef(item));
      return item;
    },
    /** How many are still held. */
    async count() {
      await collect();
      return watched.filter((reference) => reference.deref()).length;
    },
  };
}
