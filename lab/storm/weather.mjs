// @ts-check
/** What a storm begins with: the options of three tasks, the engine's `Promise`, what the host lacks. */
import fc from 'fast-check';
import { one } from './steps/step.mjs';

const { POSITIVE_INFINITY } = Number;

/** The options that say nothing in a story. */
export const ORDINARY = {
  ping: 15_000,
  pong: 10_000,
  probe: 3000,
  every: POSITIVE_INFINITY,
  pause: 2000,
  limit: null,
  uptime: 5000,
  connect: 10_000,
  queue: 100,
  wake: true,
  isPong: 'none',
  should: 'none',
  pingMsg: 'default',
  params: 'object',
  logger: 'none',
  handlers: 'on',
};

/** @type {import('fast-check').Arbitrary<import('./app/options.mjs').Spec>} */
const spec = fc.record({
  ping: one(15_000, 15_000, 3000, 400, 0, POSITIVE_INFINITY),
  pong: one(10_000, 10_000, 2000, 300),
  probe: one(3000, 3000, 3000, 600, 20_000),
  every: one(POSITIVE_INFINITY, POSITIVE_INFINITY, POSITIVE_INFINITY, 4000),
  pause: one(/** @type {any} */ (2000), 2000, 400, 1e12, 'backoff', 'function', 'eager', 'nonsense'),
  limit: one(null, null, null, 0, 1, 3),
  uptime: one(5000, 5000, 0, 800),
  connect: one(10_000, 10_000, 800),
  queue: one(100, 100, 3, 1, 0),
  wake: one(true, true, true, false),
  isPong: one('none', 'pong'),
  should: one('none', 'none', 'not 4001', 'always'),
  pingMsg: one('default', 'default', 'function', 'bytes'),
  params: one('object', 'callbacks', 'function'),
  logger: one('none', 'notes'),
  handlers: one(/** @type {'property'} */ ('property'), /** @type {any} */ ('on')),
});

/** @param {import('./subjects.mjs').Subject} subject @returns {import('fast-check').Arbitrary<import('./types').Weather>} */
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
    tasks: fc.array(spec, { minLength: 1, maxLength: 3 }),
  });
}
