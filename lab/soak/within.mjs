// @ts-check
import { deadline } from '../faults/deadline.mjs';

/**
 * Waits for what should happen long before so many milliseconds have passed, and then rejects, in words of the moment.
 *
 * @param {number} ms
 * @param {() => string} complaint
 * @param {Promise<unknown>} awaited
 */
export async function within(ms, complaint, awaited) {
  const bound = deadline(ms, complaint);
  try {
    await Promise.race([awaited, bound.passed]);
  } finally {
    bound.clear();
  }
}
