// @ts-check
/** The polyfills in each form in which they are published, beside what Node has under the same names. */
import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { loadBundle } from '../../../lab/emulators/load-bundle.mjs';
import { FORMS, root } from '../../../lab/subjects.mjs';

/** The reference. @type {Record<string, any>} */
export const native = {
  AbortController,
  AbortSignal,
  Event,
  EventTarget,
  TextDecoder,
  TextEncoder,
  atob,
  btoa,
  performance,
  queueMicrotask,
};

/**
 * Tests that hold for each form. What it throws out of a timer is kept, as a host's error hook would.
 *
 * @param {(own: Record<string, any>, reported: unknown[]) => void} tests
 */
export function inEachForm(tests) {
  describe.each(FORMS)('polyfills.%s', (form) => {
    /** @type {Record<string, any>} */
    const own = {};
    /** @type {unknown[]} */
    const reported = [];
    let release = () => {};
    beforeAll(async () => {
      const bundle = await loadBundle(path.join(root, `dist/polyfills.${form}`), { setTimeout: hooked(reported) });
      release = bundle.release;
      Object.assign(own, bundle.exports);
    });
    afterAll(() => release());
    tests(own, reported);
  });
}

/** @param {unknown[]} reported */
function hooked(reported) {
  const { setTimeout } = globalThis;
  return (/** @type {() => void} */ callback, /** @type {number} */ ms) =>
    setTimeout(() => {
      try {
        callback();
      } catch (error) {
        reported.push(error);
      }
    }, ms);
}

/** What a call gives, or the name of what it throws. @param {() => any} call */
export function outcome(call) {
  try {
    return { value: call() };
  } catch (error) {
    return { error: /** @type {Error} */ (error).name };
  }
}
