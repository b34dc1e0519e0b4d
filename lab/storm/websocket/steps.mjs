// @ts-check
/** The application makes sockets, sends, closes, and decides what its handlers will do. */
import fc from 'fast-check';
import { HOST } from '../steps/host.mjs';
import { QUIRK_STEPS } from '../steps/quirks.mjs';
import { memberAt, nothing, one, pick, taskName } from '../steps/step.mjs';
import { TIME } from '../steps/time.mjs';
import { FORMS, TYPES } from './app.mjs';

const ACTIONS = ['sends', 'sends', 'closes', 'makes another', 'forgets its handlers'];
const CLOSINGS = [{}, {}, { code: 1000 }, { code: 4000, reason: 'done' }, { reason: 'why' }];
const MISTAKES = [{ code: 1001 }, { code: 0 }, { code: 5000 }, { code: 1000, reason: 'x'.repeat(124) }];

/** @param {import('../steps/step.mjs').World} world @param {{ task: number }} args */
const isThere = (world, { task }) => memberAt(world, task) !== undefined;
/** @param {import('../steps/step.mjs').World} world @param {number} task @returns {import('./app.mjs').Client} */
const client = (world, task) => /** @type {any} */ (memberAt(world, task));
const name = (/** @type {any} */ { task }, /** @type {any} */ world) =>
  taskName(task, world).replace(/^task/, 'client');

/** @type {Record<string, import('../steps/step.mjs').Kind>} */
const APP = {
  start: {
    weight: 2,
    with: nothing,
    can: ({ app, clock }) => app.waiting() !== undefined && !clock.isSuspended(),
    run: ({ app }) => app.waiting()?.start(),
    tell: () => 'another client begins',
  },
  make: {
    weight: 6,
    with: () => ({ task: pick }),
    can: isThere,
    run: (world, { task }) => client(world, task).make(),
    tell: (args, world) => `${name(args, world)} makes another socket`,
  },
  send: {
    weight: 10,
    with: () => ({ task: pick, form: one(...FORMS) }),
    can: isThere,
    run: (world, { task, form }) => client(world, task).send(form),
    tell: (args, world) => `${name(args, world)} sends (${args.form})`,
  },
  burst: {
    weight: 3,
    with: () => ({ task: pick }),
    can: isThere,
    run(world, { task }) {
      for (const form of FORMS) client(world, task).send(form);
    },
    tell: (args, world) => `${name(args, world)} sends three messages`,
  },
  close: {
    weight: 6,
    with: () => ({ task: pick, given: one(...CLOSINGS, ...MISTAKES), which: pick }),
    can: isThere,
    run(world, { task, given, which }) {
      const { instances, close } = client(world, task);
      close(given, instances[Math.max(0, instances.length - 1 - which)]);
    },
    tell: (args, world) => `${name(args, world)} closes with ${JSON.stringify(args.given)}`,
  },
  plan: {
    weight: 9,
    with: () => ({
      task: pick,
      moment: one(...TYPES),
      does: fc.array(one(...ACTIONS), { maxLength: 2, size: 'max' }),
      throws: one(true, false),
    }),
    can: (world, args) => isThere(world, args) && (args.throws || args.does.length > 0),
    run(world, { task, moment, does, throws }) {
      const { plans } = client(world, task);
      plans[moment] = [...(plans[moment] ?? []), { does, throws }];
    },
    tell: (args, world) =>
      `the next ${args.moment} handler of ${name(args, world)} ${[...args.does, ...(args.throws ? ['throws'] : [])].join(', ')}`,
  },
  provider: {
    weight: 3,
    with: () => ({ task: pick, mode: one('gives', 'gives', 'throws', 'nothing', 'promises') }),
    can: (world, args) => isThere(world, args) && client(world, args.task).spec.params === 'function',
    run(world, { task, mode }) {
      client(world, task).provider = mode;
    },
    tell: (args, world) => `params() of ${name(args, world)} from here on: ${args.mode}`,
  },
  attend: {
    weight: 3,
    with: nothing,
    can: ({ clock }) => !clock.isSuspended(),
    run: ({ app }) => /** @type {any} */ (app).attend(),
    tell: () => 'the application listens to network, or no longer',
  },
};

export const STEPS = { ...TIME, ...HOST, ...QUIRK_STEPS, ...APP };
