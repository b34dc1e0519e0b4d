// @ts-check
/** Time passes, stands still, jumps; the program goes to the background and returns; the network comes and goes. */
import { hostActs, nothing, one } from './step.mjs';

const SPANS = [1, 10, 60, 199, 200, 201, 700, 1000, 1001, 2000, 5000, 10_000, 15_000, 40_000, 100_000];
const LEAPS = [-3_600_000, -20_000, -3000, -400, 300, 450, 700, 9900, 60_000, 86_400_000];
/** After so long in the background the links are lost. Source: WX-D. */
const GRACE = 5000;

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
    weight: 2,
    with: nothing,
    can: ({ host }) => host.isForeground,
    run({ host, clock, quirks }) {
      host.isForeground = false;
      host.hiddenAt = clock.now();
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
    with: () => ({ isConnected: one(true, false), cut: one('none', 'noticed', 'unnoticed') }),
    run: network,
    tell: ({ isConnected, cut }) =>
      `the network ${isConnected ? 'is back' : 'is gone'}${CUTS[/** @type {'none'} */ (cut)]}`,
  },
};

const CUTS = { none: '', noticed: ', links are cut', unnoticed: ', links are cut without a word' };

/** @param {import('./step.mjs').World} world @param {any} args */
function show(world, { order, isShownFirst }) {
  const { host, clock, quirks } = world;
  const wasAway = !host.isForeground && clock.now() - host.hiddenAt >= GRACE;
  host.isForeground = true;
  const isLost = wasAway && quirks.backgroundLoss !== 'none';
  const kinds = quirks.backgroundLoss === 'silent' ? 'none' : 'close';
  if (isLost)
    hostActs(world, () => {
      for (const socket of world.sockets) world.server.cut(socket, quirks.backgroundCode, kinds);
    });
  if (isShownFirst) {
    clock.wake();
    host.announce('AppShow', {});
  }
  clock.resume(order);
  if (!isShownFirst) host.announce('AppShow', {});
}

/** @param {import('./step.mjs').World} world @param {any} args */
function network(world, { isConnected, cut }) {
  world.host.isOnline = isConnected;
  hostActs(world, () => {
    for (const socket of cut === 'none' ? [] : world.sockets.slice()) {
      if (cut === 'noticed') world.server.cut(socket, 1006);
      else socket.isMute = true;
    }
    world.host.announce('NetworkStatusChange', { isConnected });
  });
}
