// @ts-check
/**
 * What the rules of the class may look at in a world.
 *
 * @typedef {import('./app.mjs').Instance} Instance
 * @typedef {ReturnType<typeof viewOf>} View
 */
import { viewOf as viewOfHost } from '../view.mjs';

/** @param {import('../types').World} world */
export function viewOf(world) {
  const { clock, subject } = world;
  const app = /** @type {any} */ (world.app);
  return {
    ...viewOfHost(world),
    subject,
    isListening: () => /** @type {boolean} */ (app?.isListening()),
    /** Nobody is to be woken: what a task would be watched for. */
    members: () =>
      app.members.map((/** @type {any} */ { index, name }) => ({
        index,
        name,
        spec: { wake: false },
        state: undefined,
      })),
    instances: () => /** @type {Instance[]} */ (app.instances),
    allTimers: () => clock.timers(),
    /** The instance for which a socket of the host was asked. @param {any} params */
    instanceOf: (params) => /** @type {Instance} */ (app.instances[Number(/(\d+)\/[ABC]$/.exec(params?.url)?.[1]) - 1]),
    hasNews: (/** @type {string} */ topic) => world.host.listeners.of(topic).length > 0,
  };
}

/** A state for each instance, made when it is first asked for. @template State @param {() => State} make */
export function perInstance(make) {
  /** @type {Map<Instance, State>} */
  const states = new Map();
  return (/** @type {Instance} */ instance) => {
    const known = states.get(instance);
    if (known) return known;
    const made = make();
    states.set(instance, made);
    return made;
  };
}

/** As a story calls it. @param {Instance} instance */
export function nameOf({ id, owner }) {
  return `${'ABC'[owner]}'s socket ${id}`;
}
