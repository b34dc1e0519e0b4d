// @ts-check
/**
 * After the storm: the host is well again, so every task that was not ended is open within its bounds; then all are
 * closed, and nothing is left.
 */
import { Violation } from './rules/index.mjs';
import { well } from './steps/quirks.mjs';

const LONG = 60_000;
const SOON = 500;
/** The pause that overflows a timer. */
const YEARS = 1e12;

/**
 * @param {import('./types').World} world
 * @param {ReturnType<typeof import('./rules/index.mjs').createWatch>} watch
 */
export function aftermath(world, watch) {
  const { clock, app } = world;
  recover(world);
  watch.settle();
  untilWell(world, watch);
  // A pause of years is not waited for.
  const patient = app.ready().filter(({ spec, task }) => spec.pause === YEARS && task.state === 'waiting');
  for (const { call } of patient) call('reconnect');
  untilWell(world, watch);
  for (const { name, task } of app.ready()) {
    if (task.state !== 'open' && task.state !== 'closed')
      throw new Violation('4 comes back', `${name} is still ${task.state} after the storm`);
  }
  for (const member of app.ready()) member.call('close');
  watch.settle();
  clock.advance(LONG);
  watch.settle();
  world.host.announce('AppShow', {});
  world.host.announce('NetworkStatusChange', { isConnected: true });
  clock.advance(LONG);
  watch.settle();
  watch.finish();
  if (clock.timers().length > 0) throw new Violation('3 closed is closed', 'a timer runs though every task is closed');
}

/** The app is in front, with a network, and the host says so. @param {import('./types').Host} host */
export function comeBack(host) {
  const wasHidden = !host.isForeground;
  Object.assign(host, { isForeground: true, isOnline: true });
  if (wasHidden) host.announce('AppShow', {});
  host.announce('NetworkStatusChange', { isConnected: true });
}

/** @param {import('./types').World} world */
function recover(world) {
  const { clock, host, server, app } = world;
  well(world);
  server.isUp = true;
  clock.resume('in order');
  for (const member of app.members) Object.assign(member, { plans: {}, provider: 'gives' });
  for (const socket of world.sockets) {
    // Sockets that the host would not close, and those nobody could, it closes now.
    if ((socket.told > 0 || !socket.isReachable) && socket.phase !== 'dead') world.server.cut(socket, 1000, 'close');
  }
  comeBack(host);
  for (const { spec, task, call } of app.ready()) {
    const isBlind = !(spec.ping > 0 && spec.ping < Number.POSITIVE_INFINITY) && task.state === 'open';
    // Without a heartbeat nobody can find a half-open link.
    if (isBlind) call('reconnect');
  }
}

/**
 * Lets time pass until every task is well, or had its time.
 *
 * @param {import('./types').World} world
 * @param {ReturnType<typeof import('./rules/index.mjs').createWatch>} watch
 */
function untilWell(world, watch) {
  for (
    let left = boundOf(world);
    left > 0 && !world.app.ready().every((member) => isWell(world, member));
    left -= SOON
  ) {
    world.clock.advance(SOON);
    watch.settle();
  }
}

/** @param {import('./types').World} world @param {import('./types').Member} member */
function isWell({ sockets }, { index, task }) {
  const socket = sockets.findLast(({ owner }) => owner === index);
  return (
    task.state === 'closed' || (task.state === 'open' && socket?.phase === 'open' && !socket.isMute && !socket.told)
  );
}

/** By when every task must be open. @param {import('./types').World} world */
function boundOf({ app, latency }) {
  const bounds = app.ready().map(({ spec }) => {
    const heartbeat = spec.ping < Number.POSITIVE_INFINITY ? 2 * (spec.ping + spec.pong) : 0;
    const pause = typeof spec.pause === 'number' && spec.pause < LONG ? spec.pause : 30_000;
    return heartbeat + 3 * (spec.connect + pause) + 1200 + 100 * latency;
  });
  return Math.max(0, ...bounds);
}
