// @ts-check
/**
 * The application of a storm: up to three tasks, their handlers, and what those have been told to do when called.
 */
import { NAMES } from '../host/socket.mjs';
import { createMessages } from './messages.mjs';
import { optionsOf } from './options.mjs';

/** @type {import('../rules/rule.mjs').EventType[]} */
export const TYPES = ['open', 'message', 'error', 'close', 'reconnect'];

/**
 * @param {import('../types').World} world
 * @param {import('./options.mjs').Spec[]} specs
 * @returns {import('../types').App}
 */
export function createApp(world, specs) {
  /** @type {import('../types').Member[]} */
  const members = specs.map((spec, index) => createMember(world, spec, index));
  return {
    members,
    /** Tasks whose handle has arrived. */
    ready: () => members.filter((member) => member.task),
    /** The next task that was not started yet. */
    waiting: () => members.find((member) => !member.options),
  };
}

/**
 * @param {import('../types').World} world
 * @param {import('./options.mjs').Spec} spec
 * @param {number} index
 */
function createMember(world, spec, index) {
  /** @type {import('../types').Member} */
  const member = {
    index,
    name: NAMES[index],
    spec,
    provider: 'gives',
    asks: 0,
    options: null,
    task: null,
    plans: {},
    extras: [],
    extrasMade: 0,
    messages: /** @type {any} */ (null),
    start,
    call,
    react,
    addHandler,
    removeHandler,
    act,
  };
  member.messages = createMessages(world, member);

  function start() {
    world.enter(index, 'call', () => {
      member.options = optionsOf(world, member);
      world.log({ kind: 'born', task: index, options: member.options });
      world.module(member.options).then(adopt);
    });
  }

  /** @param {any} task */
  function adopt(task) {
    member.task = task;
    for (const type of TYPES) {
      if (spec.handlers === 'on') task.on(type, (/** @type {any} */ event) => hear(type, 'main', event));
      else assign(type);
    }
    world.log({ kind: 'adopted', task: index });
  }

  /** Sets the one handler of a type, or another in its place. @param {string} type */
  function assign(type) {
    member.task[`on${type[0].toUpperCase()}${type.slice(1)}`] = (/** @type {any} */ event) => hear(type, 'main', event);
  }

  /** @param {string} type @param {string} handler @param {any} event */
  function hear(type, handler, event) {
    world.log({ kind: 'event', task: index, type, handler, event });
    react(handler === 'main' ? type : 'extra');
  }

  /** Does what was planned for this moment. @param {string} moment */
  function react(moment) {
    const plan = member.plans[moment]?.shift();
    if (!plan) return;
    for (const action of plan.does) act(action, moment);
    if (!plan.throws || world.isCalm) return;
    const error = new Error(`${member.name}'s handler of ${moment} throws`);
    world.log({ kind: 'thrown', task: index, error, moment });
    throw error;
  }

  /** Calls a method of the task. @param {string} name @param {any} [argument] */
  function call(name, argument) {
    if (!member.task) return undefined;
    world.log({ kind: 'call', task: index, name, argument });
    const result = world.enter(index, 'call', () => member.task[name](argument));
    world.log({ kind: 'return', task: index, name, argument, result });
    return result;
  }

  /** @param {string} type */
  function addHandler(type) {
    if (!member.task) return;
    const id = `${type} ${++member.extrasMade}`;
    const remove = member.task.on(type, (/** @type {any} */ event) => hear(type, id, event));
    member.extras.push({ id, type, remove });
    world.log({ kind: 'handler added', task: index, type, handler: id });
  }

  function removeHandler() {
    const extra = member.extras.shift();
    if (!extra) return;
    extra.remove();
    world.log({ kind: 'handler removed', task: index, type: extra.type, handler: extra.id });
  }

  /** @param {string} action @param {string} moment */
  function act(action, moment) {
    const other = world.app.members.find((one) => one !== member && one.task) ?? member;
    if (action === 'closes') call('close');
    else if (action === 'reconnects') call('reconnect');
    else if (action === 'sends') member.messages.send('object', true);
    else if (action === 'adds a handler') addHandler(TYPES.find((type) => type === moment) ?? 'message');
    else if (action === 'removes a handler') removeHandler();
    else if (action === 'assigns its handlers anew' && spec.handlers === 'property') TYPES.forEach(assign);
    else if (action === 'closes the other') other.call('close');
    else if (action === 'reconnects the other') other.call('reconnect');
    else if (action !== 'assigns its handlers anew') throw new TypeError(`There is no action "${action}"`);
  }

  return member;
}
