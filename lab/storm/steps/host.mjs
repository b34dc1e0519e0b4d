// @ts-check
/** The host speaks of its sockets, in any order, twice, late, truly or not; the server dies, is silent, returns. */
import { refuse, report } from '../host/answers.mjs';
import { hostActs, nothing, one, pick, socketAt, socketName, speakableAt } from './step.mjs';

const CODES = [1000, 1001, 1006, 1011, 4000, 4001];

/**
 * A step in which the host says something of one socket.
 *
 * @param {number} weight
 * @param {string} verb
 * @param {(world: import('./step.mjs').World, socket: import('../host/socket.mjs').Socket, args: any) => void} act
 * @param {() => Record<string, any>} [more]
 * @returns {import('./step.mjs').Kind}
 */
function says(weight, verb, act, more = nothing) {
  return {
    weight,
    with: () => ({ socket: pick, ...more() }),
    can: (world, { socket }) => speakableAt(world, socket) !== undefined,
    run(world, args) {
      const socket = /** @type {any} */ (speakableAt(world, args.socket));
      hostActs(world, () => act(world, socket, args));
    },
    tell: ({ socket, ...args }, world) => `the host ${verb} ${socketName(socket, world)}${detail(args)}`,
  };
}

/** @param {Record<string, any>} args */
function detail(args) {
  const parts = Object.entries(args).map(([name, value]) => `${name} ${value}`);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** @type {Record<string, import('./step.mjs').Kind>} */
export const HOST = {
  'says open': says(3, 'says that it opened:', (world, socket) => {
    if (socket.phase === 'dead') socket.isCrooked = true;
    report(world, socket, 'open', world.words(socket).open({}, { quirks: world.quirks, id: socket.id }));
  }),
  'says message': says(
    6,
    'has a message for',
    (world, socket, { form }) => world.server.say(socket, form === 'pong' ? 'pong ' : '', form === 'bytes'),
    () => ({ form: one('text', 'bytes', 'pong') }),
  ),
  'says error': says(3, 'reports an error of', (world, socket) => {
    socket.isCrooked = true;
    report(world, socket, 'error', world.words(socket).error('odd', { quirks: world.quirks, id: socket.id }));
  }),
  'says close': says(
    4,
    'says that it closed:',
    (world, socket, { code }) => {
      const { quirks, server } = world;
      const words = world.words(socket).close(code, 'odd', { quirks, id: socket.id });
      if (server) world.host.reportClose(socket, words);
    },
    () => ({ code: one(...CODES) }),
  ),
  'answers fail': says(2, 'calls fail for', (world, socket) => {
    socket.isCrooked = true;
    // On a line nobody could tell the socket that failed and exists from the next one.
    if (socket.isLine) socket.phase = 'dead';
    refuse(world, socket, world.words(socket).fail('connectSocket', 'odd'));
  }),
  'answers success': says(1, 'calls success for', (world, socket) => {
    world.enter(socket.owner, 'host', () => socket.params.success?.({}));
  }),
  cut: {
    weight: 5,
    with: () => ({ socket: pick, code: one(...CODES) }),
    can: (world, { socket }) => socketAt(world, socket)?.phase === 'open',
    run(world, { socket, code }) {
      const target = socketAt(world, socket);
      hostActs(world, () => world.server.cut(target, code));
    },
    tell: ({ socket, code }, world) => `the server ends ${socketName(socket, world)} with ${code}`,
  },
  mute: {
    weight: 3,
    with: () => ({ socket: pick }),
    can: (world, { socket }) => socketAt(world, socket)?.phase === 'open',
    run(world, { socket }) {
      socketAt(world, socket).isMute = true;
    },
    tell: ({ socket }, world) => `${socketName(socket, world)} goes half-open: nothing comes back any more`,
  },
  server: {
    weight: 3,
    with: () => ({ isUp: one(true, true, false) }),
    run(world, { isUp }) {
      world.server.isUp = isUp;
    },
    tell: ({ isUp }) => (isUp ? 'the server accepts connections' : 'the server refuses connections'),
  },
  'settle promise': {
    weight: 3,
    with: () => ({ socket: pick, how: one('keeps', 'breaks') }),
    can: (world, { socket }) => socketAt(world, socket)?.settle !== undefined,
    run(world, { socket, how }) {
      const target = socketAt(world, socket);
      hostActs(world, () => {
        if (how === 'keeps') target.settle?.resolve(target.handle);
        else target.settle?.reject({ errMsg: 'connectSocket:fail odd' });
      });
    },
    tell: ({ socket, how }, world) => `the host ${how} its promise of ${socketName(socket, world)}`,
  },
  strip: {
    weight: 1,
    with: nothing,
    run(world) {
      world.host.listeners.strip(['SocketOpen', 'SocketMessage', 'SocketError', 'SocketClose']);
      for (const socket of world.sockets) if (socket.isLine) socket.isCrooked = true;
      world.log({ kind: 'stripped' });
    },
    can: ({ subject }) => subject.hasLine && subject.canRemove,
    tell: () => 'a stranger calls offSocketOpen() and its like without a listener',
  },
};
