// @ts-check
/** Time passes, stands still, jumps; the program goes to the background and returns; the network comes and goes. */
import { GRACE } from '../host/calls.mjs';
import { hostActs, nothing, one } from './step.mjs';

const SPANS = [1, 10, 60, 199, 200, 201, 700, 1000, 1001, 2000, 5000, 10_000, 15_000, 40_000, 100_000];
const LEAPS = [-3_600_000, -20_000, -3000, -400, 300, 450, 700, 9900, 60_000, 86_400_000];

/** @type {Record<string, import('./step.mjs').Kind>} */
export const TIME = {
  wait: {
    weight: 12,
    with: () => ({ ms: one(...SPANS) }),
    run: (world, { ms }) => world.clock.advance(ms),
    tell: ({ ms }) => `${ms} ms pass`,
  },
  next: {
    weight: 14,
    with: nothing,
    run: ({ clock }) => clock.advance(clock.untilNext()),
    tell: () => 'time passes until something is due',
  },
  stall: {
    weight: 4,
    with: () => ({ ms: one(...SPANS), order: one('timers first', 'events first', 'in order') }),
    can: ({ clock }) => !clock.isSuspended(),
    run({ clock }, { ms, order }) {
      clock.suspend();
      clock.advance(ms);
      clock.resume(order);
    },
    tell: ({ ms, order }) => `the program stands still for ${ms} ms, then everything comes in a burst, ${order}`,
  },
  doze: {
    weight: 3,
    with: () => ({ ms: one(...SPANS), order: one('timers first', 'events first', 'in order') }),
    can: ({ clock }) => !clock.isSuspended(),
    run({ clock }, { ms, order }) {
      clock.advance(clock.untilNext());
      clock.suspend();
      clock.advance(ms);
      clock.resume(order);
    },
    tell: ({ ms, order }) =>
      `at the next thing that is due the program stops for ${ms} ms, then everything comes in a burst, ${order}`,
  },
  jump: {
    weight: 2,
    with: () => ({ ms: one(...LEAPS) }),
    run: ({ clock }, { ms }) => clock.jump(ms),
    tell: ({ ms }) => `the clock is set ${ms < 0 ? 'back' : 'forward'} by ${Math.abs(ms)} ms`,
  },
  hide: {
    weight: 3,
    with: nothing,
    can: ({ host, clock }) => host.isForeground && !clock.isSuspended(),
    run({ host, clock, quirks }) {
      host.isForeground = false;
      host.hiddenAt = clock.now();
      host.announce('AppHide', {});
      if (quirks.backgroundFreezes) clock.suspend();
    },
    tell: () => 'the program goes to the background',
  },
  show: {
    weight: 4,
    with: () => ({ order: one('timers first', 'events first', 'in order'), isShownFirst: one(true, false) }),
    run: show,
    tell: ({ order, isShownFirst }) =>
      `the program comes to the foreground (onAppShow ${isShownFirst ? 'before' : 'after'} what was due, ${order})`,
  },
  network: {
    weight: 4,
    with: () => ({ isConnected: one(true, true, false) }),
    run: network,
    tell: ({ isConnected }) => `the network ${isConnected ? 'is back' : 'is gone'}`,
  },
  'links are cut': {
    weight: 3,
    with: () => ({ isNoticed: one(true, false, false) }),
    run: cutLinks,
    tell: ({ isNoticed }) => `links are cut${isNoticed ? '' : ' without a word'}`,
  },
};

/** @param {import('./step.mjs').World} world @param {any} args */
function show(world, { order, isShownFirst }) {
  const { host, clock, quirks } = world;
  const wasAway = !host.isForeground && clock.now() - host.hiddenAt >= GRACE;
  host.isForeground = true;
  const isLost = wasAway && quirks.backgroundLoss !== 'none';
  const kinds = quirks.backgroundLoss === 'silent' ? 'none' : 'close';
  if (isLost)
    hostActs(world, () => {
      for (const socket of world.sockets)
        world.server.cut(socket, quirks.backgroundCode === -1 ? undefined : quirks.backgroundCode, kinds);
    });
  if (isShownFirst) {
    clock.wake();
    host.announce('AppShow', {});
  }
  clock.resume(order);
  if (!isShownFirst) host.announce('AppShow', {});
}

/** @param {import('./step.mjs').World} world @param {any} args */
function network(world, { isConnected }) {
  world.host.isOnline = isConnected;
  const told = isConnected || world.quirks.networkLies;
  hostActs(world, () => world.host.announce('NetworkStatusChange', { isConnected: told }));
}

/** @param {import('./step.mjs').World} world @param {any} args */
function cutLinks(world, { isNoticed }) {
  hostActs(world, () => {
    for (const socket of world.sockets.slice()) {
      if (isNoticed) world.server.cut(socket, 1006);
      else socket.isMute = true;
    }
  });
}
