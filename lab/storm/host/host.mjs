// @ts-check
/**
 * The storm's host: what the program sees as `wx`, `my`, `swan` or its `platform` option, and the strings by which the
 * storm moves it. Its oddities are those of `lab/emulators/quirks.mjs`.
 */
import { report } from './answers.mjs';
import { closeOn, sendOn } from './calls.mjs';
import { connectSocket } from './connect.mjs';
import { createListeners, NEWS, TOPICS } from './listeners.mjs';

/** @type {Record<import('./socket.mjs').Kind, string>} */
const LINE_TOPICS = { open: 'SocketOpen', message: 'SocketMessage', error: 'SocketError', close: 'SocketClose' };

/** @param {import('../types').World} world @returns {import('../types').Host} */
export function createHost(world) {
  const { subject, quirks } = world;
  const listeners = createListeners(world);
  /** @type {import('./socket.mjs').Socket | undefined} */
  let line;
  /** @type {Record<string, any>} */
  const api = {};

  /** @param {string} name @param {(argument: any) => any} method */
  function install(name, method) {
    api[name] = function onItsHost(/** @type {any} */ argument) {
      if (this !== api) world.log({ kind: 'torn', name });
      return method(argument);
    };
  }

  install('connectSocket', (params) => connectSocket(world, params));
  for (const topic of TOPICS.filter(exists)) {
    install(`on${nameOf(topic)}`, (listener) => listeners.on(topic, listener));
    if (canRemove(topic)) install(`off${nameOf(topic)}`, (listener) => listeners.off(topic, listener));
    listeners.addApplication(topic, () => world.log({ kind: 'application heard', topic }));
  }
  if (subject.hasLine) {
    install('sendSocketMessage', (message) => sendOn(world, line, message));
    install('closeSocket', (options) => closeOn(world, line, options));
  }

  /** @param {string} topic */
  function exists(topic) {
    if (topic === 'AppShow' || topic === 'AppHide') return quirks.appEvents;
    if (topic === 'NetworkStatusChange') return quirks.networkEvents;
    return subject.hasLine;
  }

  /** Mini games have other names for the same. @param {string} topic */
  function nameOf(topic) {
    return quirks.appNames === 'onShow' ? topic.replace(/^App/, '') : topic;
  }

  /** @param {string} topic */
  function canRemove(topic) {
    return exists(topic) && (NEWS.includes(topic) ? quirks.appOff : subject.canRemove);
  }

  /** @param {string} topic @param {any} [payload] */
  function announce(topic, payload) {
    if (!exists(topic)) return;
    const all = listeners.of(topic);
    world.enter(-1, 'host', () => {
      world.log({ kind: 'announce', topic, payload, hearers: all.map(({ owner }) => owner) });
      for (const { listener, owner } of all) world.enter(world.hearerOf(owner), 'host', () => listener(payload));
    });
  }

  return {
    api,
    listeners,
    isForeground: true,
    hiddenAt: 0,
    isOnline: true,
    announce,
    canRemove,
    line: () => line,
    /** @param {import('./socket.mjs').Socket} socket */
    takeLine(socket) {
      line = socket;
    },
    /** @param {import('./socket.mjs').Kind} kind */
    lineListeners: (kind) => listeners.of(LINE_TOPICS[kind]),
    /**
     * A close event. The line carries no identity, so a host says it of the old socket before the new one opens or
     * not at all, and once: later nobody could tell whose it is.
     *
     * @param {import('./socket.mjs').Socket} socket
     * @param {any} payload
     */
    reportClose(socket, payload) {
      const isLate = socket.isLine && socket !== line;
      if (isLate && (socket.isReported || line?.phase !== 'connecting')) return;
      report(world, socket, 'close', payload);
    },
  };
}
