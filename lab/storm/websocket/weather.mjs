// @ts-check
/**
 * What a storm over the class begins with: the options of three classes, the engine's `Promise`, what the host lacks.
 *
 * @typedef {{ idle: number, open: number, close: number, params: string, handlers: string }} Spec
 */
import fc from 'fast-check';
import { one } from '../steps/step.mjs';

const { POSITIVE_INFINITY } = Number;

/** The options that say nothing in a story. @type {Record<string, any>} */
export const ORDINARY = { idle: POSITIVE_INFINITY, open: 10_000, close: 2000, params: 'object', handlers: 'listener' };

/** @type {import('fast-check').Arbitrary<Spec>} */
const spec = fc.record({
  idle: one(POSITIVE_INFINITY, POSITIVE_INFINITY, 30_000, 3000, 700),
  open: one(10_000, 10_000, 800),
  close: one(2000, 2000, 300),
  params: one('object', 'function'),
  handlers: one('listener', 'property'),
});

/** @param {import('../subjects.mjs').Subject} subject @returns {import('fast-check').Arbitrary<import('../types').Weather>} */
export function weatherOf(subject) {
  const isFixed = 'appOff' in subject.own;
  return fc.record({
    seed: fc.nat(),
    isMacrotask: one(false, false, true),
    latency: one(5, 20, 60),
    quirks: fc.record({
      appEvents: one(true, true, false),
      networkEvents: one(true, true, false),
      appOff: one(!isFixed, !isFixed, false),
      defaultMultiple: one(true, false),
    }),
    tasks: fc.array(/** @type {any} */ (spec), { minLength: 1, maxLength: 3 }),
  });
}
