// @ts-check
/** The application acts: it starts tasks, sends, closes, reconnects, and decides what its handlers will do. */
import fc from 'fast-check';
import { TYPES } from '../app/app.mjs';
import { FORMS } from '../app/messages.mjs';
import { memberAt, nothing, one, pick, taskName } from './step.mjs';

/** @param {import('./step.mjs').World} world @param {{ task: number }} args */
const isThere = (world, { task }) => memberAt(world, task) !== undefined;
/** @param {import('./step.mjs').World} world @param {number} task */
const member = (world, task) => /** @type {import('../types').Member} */ (memberAt(world, task));

const ACTIONS = [
  'sends',
  'sends',
  'closes',
  'reconnects',
  'sends',
  'adds a handler',
  'removes a handler',
  'assigns its handlers anew',
  'closes the other',
  'reconnects the other',
];
const MOMENTS = [
  'open',
  ...TYPES,
  ...TYPES,
  'fail',
  'fail',
  'success',
  'fail',
  'complete',
  'isPong',
  'shouldReconnect',
  'pingMsg',
  'reconnectTimeout',
  'logger',
  'extra',
  'extra',
];
const CLOSINGS = [
  undefined,
  {},
  { code: 4000, reason: 'done' },
  { code: 1001 },
  { code: 70_000, reason: 'x'.repeat(200) },
];

/** @param {import('./step.mjs').World} world @param {import('../types').Member} member @param {any} options */
function closeWatched(world, member, options) {
  /** @type {string[]} */
  const heard = [];
  const callbacks = Object.fromEntries(['success', 'fail', 'complete'].map((name) => [name, () => heard.push(name)]));
  member.call('close', { ...options, ...callbacks });
  world.log({ kind: 'close answered', task: member.index, heard });
}

/** @type {Record<string, import('./step.mjs').Kind>} */
export const APP = {
  start: {
    weight: 2,
    with: nothing,
    can: ({ app, clock }) => app.waiting() !== undefined && !clock.isSuspended(),
    run: ({ app }) => app.waiting()?.start(),
    tell: () => 'the application starts another task',
  },
  send: {
    weight: 10,
    with: () => ({ task: pick, form: one(...FORMS, 'text', 'object'), wantsCallbacks: one(true, true, false) }),
    can: isThere,
    run: (world, { task, form, wantsCallbacks }) => member(world, task).messages.send(form, wantsCallbacks),
    tell: ({ task, form, wantsCallbacks }, world) =>
      `${taskName(task, world)} sends (${form}${wantsCallbacks ? ', with callbacks' : ''})`,
  },
  burst: {
    weight: 3,
    with: () => ({ task: pick }),
    can: isThere,
    run(world, { task }) {
      for (const form of ['object', 'bytes', 'object']) member(world, task).messages.send(form, true);
    },
    tell: ({ task }, world) => `${taskName(task, world)} sends three messages`,
  },
  close: {
    weight: 2,
    with: () => ({ task: pick, options: one(...CLOSINGS), wantsCallbacks: one(true, false) }),
    can: isThere,
    run(world, { task, options, wantsCallbacks }) {
      if (!wantsCallbacks) member(world, task).call('close', options && { ...options });
      else closeWatched(world, member(world, task), options);
    },
    tell: ({ task, options }, world) =>
      `${taskName(task, world)} closes${options?.code ? ` with ${options.code}` : ''}`,
  },
  reconnect: {
    weight: 4,
    with: () => ({ task: pick }),
    can: isThere,
    run: (world, { task }) => member(world, task).call('reconnect'),
    tell: ({ task }, world) => `${taskName(task, world)} reconnects`,
  },
  plan: {
    weight: 9,
    with: () => ({
      task: pick,
      moment: one(...MOMENTS),
      does: fc.array(one(...ACTIONS), { maxLength: 2, size: 'max' }),
      throws: one(true, false),
    }),
    can: (world, args) => isThere(world, args) && (args.throws || args.does.length > 0),
    run(world, { task, moment, does, throws }) {
      const { plans } = member(world, task);
      plans[moment] = [...(plans[moment] ?? []), { does, throws }];
    },
    tell: ({ task, moment, does, throws }, world) =>
      `the next ${moment} handler of ${taskName(task, world)} ${[...does, ...(throws ? ['throws'] : [])].join(', ')}`,
  },
  // Two that chance alone would hardly ever put together.
  'refused flush': {
    weight: 1,
    with: () => ({ task: pick }),
    can: (world, args) => isThere(world, args) && member(world, args.task).task.state !== 'open',
    run(world, { task }) {
      const { plans, messages } = member(world, task);
      for (const moment of ['open', 'fail']) plans[moment] = [{ does: ['sends'], throws: false }];
      messages.send('object', true);
      Object.assign(world.quirks, { sendFails: true, earlySendSync: true });
    },
    tell: ({ task }, world) =>
      `${taskName(task, world)} sends, will send again at open and where that fails, and the host refuses all at once`,
  },
  feud: {
    weight: 1,
    with: () => ({ task: pick }),
    can: (world, args) => isThere(world, args) && world.app.ready().length > 1,
    run(world, { task }) {
      const one = member(world, task);
      const other = world.app.ready().find((each) => each !== one);
      one.plans.close = [{ does: ['reconnects the other'], throws: false }];
      other?.call('reconnect');
    },
    tell: ({ task }, world) =>
      `${taskName(task, world)} will have the other reconnect when it closes, which it does now`,
  },
  'add handler': {
    weight: 2,
    with: () => ({ task: pick, type: one(...TYPES) }),
    can: isThere,
    run: (world, { task, type }) => member(world, task).addHandler(type),
    tell: ({ task, type }, world) => `${taskName(task, world)} gets one more handler of ${type}`,
  },
  'remove handler': {
    weight: 1,
    with: () => ({ task: pick }),
    can: (world, { task }) => (memberAt(world, task)?.extras.length ?? 0) > 0,
    run: (world, { task }) => member(world, task).removeHandler(),
    tell: ({ task }, world) => `${taskName(task, world)} loses a handler`,
  },
  provider: {
    weight: 3,
    with: () => ({ task: pick, mode: one('gives', 'promises', 'late', 'never', 'throws', 'rejects', 'nothing') }),
    can: (world, args) => isThere(world, args) && member(world, args.task).spec.params === 'function',
    run(world, { task, mode }) {
      member(world, task).provider = mode;
    },
    tell: ({ task, mode }, world) => `params() of ${taskName(task, world)} from here on: ${mode}`,
  },
};
