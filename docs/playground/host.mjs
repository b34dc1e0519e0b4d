// @ts-check
/**
 * An emulated host with the built bundle on it, in time of the playground's own.
 *
 * @typedef {import('./hosts.data.mjs').Choice} Choice
 * @typedef {ReturnType<typeof createHost>} PlaygroundHost
 */
import { hostOf } from '../../lab/emulators/host-of.mjs';
import { runCommonJs } from '../../lab/emulators/run-bundle.mjs';

/**
 * @param {string} id of the lane
 * @param {Choice} choice
 * @param {{ bundle: string, clock: import('./clock.mjs').Clock, transport: import('../../lab/emulators/sockets.mjs').Transport }} world
 */
export function createHost(id, { global, behaviour, isGiven }, { bundle, clock, transport }) {
  const phone = hostOf(global, behaviour)({ transport, clock, remembers: false });
  const { setTimeout, clearTimeout } = phone.thread;
  const names = {
    ...(isGiven ? {} : phone.globals),
    setTimeout,
    clearTimeout,
    Date: { now: clock.now },
    Math: Object.create(globalThis.Math, { random: { value: createRandom() } }),
  };
  const { MdeWebsocket } = runCommonJs(bundle, names);
  return { ...phone, id, MdeWebsocket, options: isGiven ? { platform: phone.host } : {} };
}

/** The same pauses each time a story is played. Park and Miller's generator. */
function createRandom() {
  let state = 20_150_401;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
