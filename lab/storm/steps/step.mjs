// @ts-check
/**
 * What a step is: something that the world does to the library, or the application does with it, in one sentence.
 *
 * @typedef {import('../types').World} World
 * @typedef {{
 *   weight: number,
 *   with: (subject: import('../subjects.mjs').Subject) => Record<string, import('fast-check').Arbitrary<any>>,
 *   can?: (world: World, args: any) => boolean,
 *   run: (world: World, args: any) => void,
 *   tell: (args: any, world?: World) => string,
 * }} Kind
 */
import fc from 'fast-check';
import { NAMES } from '../host/socket.mjs';

export const one = fc.constantFrom;
/** Which of the tasks or sockets that are there. */
export const pick = fc.nat({ max: 3 });
export const nothing = () => ({});

/** The last sockets, newest first, so that a story is about few. @param {World} world @param {number} number */
export function socketAt(world, number) {
  return world.sockets[world.sockets.length - 1 - number];
}

/**
 * A socket of which the host may say anything. What it says on a line is about the socket that has the line.
 *
 * @param {World} world
 * @param {number} number
 */
export function speakableAt(world, number) {
  const socket = socketAt(world, number);
  return socket && (!socket.isLine || socket === world.host.line()) ? socket : undefined;
}

/** @param {World} world @param {number} number */
export function memberAt(world, number) {
  const ready = world.app.ready();
  return world.clock.isSuspended() || ready.length === 0 ? undefined : ready[number % ready.length];
}

/** The host acts: now, or when a suspended program is back. @param {World} world @param {() => void} act */
export function hostActs(world, act) {
  if (world.clock.isSuspended()) world.clock.later(act, 0);
  else act();
}

/** @param {number} number @param {World} [world] */
export function socketName(number, world) {
  const socket = world && socketAt(world, number);
  if (socket) return `socket ${socket.id}`;
  return number === 0 ? 'the newest socket' : `socket ${number} before the newest`;
}

/** @param {number} number @param {World} [world] */
export function taskName(number, world) {
  return (world && memberAt(world, number)?.name) ?? `task ${NAMES[number % 3]}`;
}
