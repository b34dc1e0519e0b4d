// @ts-check
/**
 * `connectSocket`: a task, a promise of one, or nothing and events on the host itself.
 */

import { StormPromise } from '../promise.mjs';
import { answer, refuse } from './answers.mjs';
import { closeOn, connectFailure, sendOn } from './calls.mjs';
import { createSocket, ownerOf } from './socket.mjs';

/**
 * @param {import('../types').World} world
 * @param {any} params
 */
export function connectSocket(world, params) {
  const { quirks, clock } = world;
  const owner = ownerOf(params, world.owner());
  const isLine = usesLine(world, params);
  world.log({ kind: 'dial', task: owner, params });
  if (quirks.mutatesOptions) params.cb = 'host';
  if (quirks.connectThrows) {
    world.log({ kind: 'refused', task: owner });
    throw new Error('the host threw in connectSocket');
  }
  const failure = connectFailure(world) || (isLine ? makeRoom(world) : '');
  const socket = createSocket(world.sockets.length + 1, owner, params, isLine);
  const words = world.words(socket);
  if (failure) {
    const say = () => refuse(world, socket, words.fail('connectSocket', failure, quirks));
    if (quirks.connectFailsSync) return void say();
    clock.later(say, 1);
    socket.phase = 'dead';
  }
  world.addSocket(socket);
  // A host of tasks lets its global API follow one of them. Source: BD-S.
  const isLineFree = world.subject.hasLine && (world.host.line()?.phase ?? 'dead') === 'dead';
  if ((isLine || isLineFree) && !failure) world.host.takeLine(socket);
  if (!failure && !quirks.connectIgnored) start(world, socket);
  if (isLine) return undefined;
  if (failure && !quirks.limitReturnsTask) return void world.log({ kind: 'nothing given', task: owner });
  socket.handle = createHandle(world, socket);
  if (world.subject.connects === 'promise') return promiseOf(world, socket, failure);
  if (quirks.connectReturnsNothing) return void world.log({ kind: 'nothing given', task: owner });
  socket.isReachable = true;
  return socket.handle;
}

/** @param {import('../types').World} world @param {any} params */
function usesLine({ subject, quirks }, params) {
  if (subject.connects === 'either') return !(params.multiple ?? quirks.defaultMultiple);
  return subject.connects === 'line';
}

/** @param {import('../types').World} world @param {import('./socket.mjs').Socket} socket */
function start(world, socket) {
  const { quirks, clock } = world;
  if (!quirks.successNeverComes) {
    clock.later(() => {
      const result = world.words(socket).ok('connectSocket', socket.id);
      answer(world, socket.owner, socket.params, 'success', result);
    }, 1);
  }
  clock.later(() => world.server.meet(socket), 1 + world.latency);
}

/** The one socket that there was. Source: AP-T closes it, AP-D error 3 refuses the new one. @param {import('../types').World} world */
function makeRoom(world) {
  const { quirks, clock, host } = world;
  const old = host.line();
  if (!old || old.phase === 'dead') return '';
  if (quirks.secondConnect === 'refuse' || (quirks.secondConnect === 'refuse if open' && old.phase === 'open'))
    return 'second';
  old.phase = 'dead';
  const close = world.words(old).close(1000, '', { quirks, id: old.id });
  if (!quirks.deafClose) clock.later(() => host.reportClose(old, close), 1);
  return '';
}

/** @param {import('../types').World} world @param {import('./socket.mjs').Socket} socket @param {string} failure */
function promiseOf(world, socket, failure) {
  const { quirks, clock } = world;
  const promise = new StormPromise((resolve, reject) => {
    socket.settle = {
      resolve(task) {
        socket.settle = undefined;
        world.enter(socket.owner, 'host', () => {
          resolve(task);
          // Behind the program's own `then`.
          promise.then(() => {
            socket.isReachable = true;
          });
        });
      },
      reject(error) {
        socket.settle = undefined;
        world.log({ kind: 'refused', task: socket.owner, socket });
        world.enter(socket.owner, 'host', () => reject(error));
      },
    };
  });
  if (failure) clock.later(() => socket.settle?.reject(world.words(socket).fail('connectSocket', failure)), 1);
  else if (quirks.promiseSettles !== 'never') {
    const wait = quirks.promiseSettles === 'late' ? 300 + 40 * world.latency : 1;
    clock.later(() => socket.settle?.resolve(socket.handle), wait);
  }
  return promise;
}

/** @param {import('../types').World} world @param {import('./socket.mjs').Socket} socket */
function createHandle(world, socket) {
  const { quirks } = world;
  /** @param {string} name @param {any} self */
  const own = (name, self) => self !== handle && world.log({ kind: 'torn', name: `SocketTask.${name}` });
  /** @param {import('./socket.mjs').Kind} kind */
  const listen = (kind) =>
    function listenTo(/** @type {any} */ listener) {
      // @ts-expect-error a method called off its task is what is looked for
      own(`on ${kind}`, this);
      const entry = { listener, owner: world.owner() };
      socket.listeners[kind] = quirks.taskListeners === 'replace' ? [entry] : [...socket.listeners[kind], entry];
    };
  const handle = {
    get readyState() {
      if (quirks.readyState === 'absent') return undefined;
      if (quirks.readyState === 'stuck') return 0;
      return { connecting: 0, open: 1, dead: 3 }[socket.phase];
    },
    send(/** @type {any} */ message) {
      own('send', this);
      return sendOn(world, socket, message);
    },
    close(/** @type {any} */ options) {
      own('close', this);
      return closeOn(world, socket, options);
    },
    onOpen: listen('open'),
    onMessage: listen('message'),
    onError: listen('error'),
    onClose: listen('close'),
  };
  return handle;
}
