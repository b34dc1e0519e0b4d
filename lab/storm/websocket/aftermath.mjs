// @ts-check
/**
 * After the storm: the host is well again, so a new socket of every client opens; then all are closed, and nothing is
 * left.
 */
import { comeBack } from '../aftermath.mjs';
import { Violation } from '../rules/index.mjs';
import { well } from '../steps/quirks.mjs';

const LONG = 60_000;
/** What a line needs to see the last of the sockets before. */
const SOON = 25_000;

/**
 * @param {import('../types').World} world
 * @param {ReturnType<typeof import('../rules/index.mjs').createWatch>} watch
 */
export function aftermath(world, watch) {
  const { clock, host, server } = world;
  const app = /** @type {any} */ (world.app);
  well(world);
  Object.assign(server, { isUp: true });
  clock.resume('in order');
  comeBack(host);
  for (const client of app.members) Object.assign(client, { plans: {}, provider: 'gives' });
  for (const socket of world.sockets) {
    // Sockets that the host would not close, and those nobody could, it closes now.
    if ((socket.told > 0 || !socket.isReachable) && socket.phase !== 'dead') server.cut(socket, 1000, 'close');
  }
  watch.settle();
  closeAll(app);
  clock.advance(SOON);
  watch.settle();
  openOneMore(world, watch);
  if (app.isListening()) app.attend();
  closeAll(app);
  watch.settle();
  for (let i = 0; i < 2; i += 1) {
    clock.advance(LONG);
    watch.settle();
    host.announce('AppShow', {});
    host.announce('NetworkStatusChange', { isConnected: true });
  }
  watch.finish();
  if (clock.timers().length > 0) throw new Violation('class 7 not ours', 'a timer runs though every socket is closed');
}

/** @param {any} app */
function closeAll({ members, instances }) {
  for (const instance of instances.slice()) members[instance.owner].close({}, instance);
}

/** @param {import('../types').World} world @param {ReturnType<typeof import('../rules/index.mjs').createWatch>} watch */
function openOneMore(world, watch) {
  const app = /** @type {any} */ (world.app);
  for (const client of app.ready()) {
    client.make();
    world.clock.advance(SOON / 10);
    watch.settle();
    const { socket } = client.newest();
    const isIdle = client.spec.idle < SOON;
    if (socket.readyState !== 1 && !isIdle) {
      throw new Violation('class 1 bounds', `a new socket of ${client.name} is ${socket.readyState} after the storm`);
    }
  }
}
