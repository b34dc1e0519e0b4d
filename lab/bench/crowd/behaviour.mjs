// @ts-check
/**
 * What a library really does when its server is gone: how long it pauses between attempts that are refused, and how
 * long it waits for one that nobody answers.
 */
import { verify } from '../check.mjs';
import { openVirtualWorld } from '../virtual/world.mjs';
import { HOST_TIMEOUT } from './policies.mjs';

/** What ends an attempt, on the library's side or the host's. */
const GIVEN_UP = new Set(['close', 'end']);

/**
 * Its first link opens and is lost, and from then on the host refuses every connection.
 *
 * @param {import('../subjects/index.mjs').Subject} subject
 * @param {string} text
 * @param {{ attempts: number, random: number }} how what `Math.random` gives, and how many pauses to watch
 * @returns {Promise<number[]>} milliseconds
 */
export async function pausesOf(subject, text, { attempts, random }) {
  const fateOf = (/** @type {number} */ socket) => (socket === 0 ? 'cut' : 'refused');
  const world = openVirtualWorld(subject, text, { fateOf, random });
  const connects = await connectsOf(subject.name, world, attempts + 1);
  return connects.slice(1).map((at, index) => at - connects[index]);
}

/**
 * Its first attempt is refused, the second is not answered, and the host ends that one after its own bound. No link is
 * open before: websocket-heartbeat-miniprogram leaves the heartbeat of a lost link running, which closes the next one.
 *
 * @param {import('../subjects/index.mjs').Subject} subject
 * @param {string} text
 * @param {{ random: number }} how
 * @returns {Promise<{ patience: number, untilNext: number }>} milliseconds from the attempt to its end, whoever
 * ended it, and to the next attempt
 */
export async function patienceOf(subject, text, { random }) {
  const fateOf = (/** @type {number} */ socket) => (socket === 0 ? 'refused' : 'unanswered');
  const world = openVirtualWorld(subject, text, { fateOf, random, hostTimeout: HOST_TIMEOUT });
  const [, began, next] = await connectsOf(subject.name, world, 3);
  const ended = world.log.find(({ what, socket }) => socket === 2 || (socket === 1 && GIVEN_UP.has(what)));
  return { patience: Number(ended?.at) - began, untilNext: next - began };
}

/** @param {string} name @param {ReturnType<typeof openVirtualWorld>} world @param {number} count */
async function connectsOf(name, { all, until }, count) {
  await until(() => all('connect').length >= count);
  const times = all('connect').map(({ at }) => at);
  verify(times.length >= count, `${name} gave up after ${times.length} connections`);
  return times.slice(0, count);
}
