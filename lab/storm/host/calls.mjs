// @ts-check
/**
 * The three calls a program makes on a socket, with everything that can go wrong in them.
 */
import { StormPromise } from '../promise.mjs';
import { answer } from './answers.mjs';
import { NAMES } from './socket.mjs';

/** A program goes on for so long in the background. Source: WX-D. */
export const GRACE = 5000;

/**
 * @param {import('../types').World} world
 * @param {import('./socket.mjs').Socket | undefined} socket
 * @param {any} message
 */
export function sendOn(world, socket, message) {
  const { quirks, clock } = world;
  const text = world.textOf(message.data, message.isBuffer);
  const owner = senderOf(text, socket ? (socket.isLine ? holderOf(world, socket) : socket.owner) : world.owner());
  const number = world.count();
  world.log({ kind: 'handed', task: owner, socket, text, data: message.data, message, number });
  if (socket && world.isPing(text)) socket.isAnswering = false;
  if (quirks.mutatesOptions) {
    message.taskID = 'host';
    message.data = 'taken by the host';
  }
  const refused = () => world.log({ kind: 'send refused', task: owner, socket, text, number });
  if (quirks.sendThrows) {
    refused();
    throw new Error('the host threw in send');
  }
  const words = world.words(socket);
  /** @param {import('../../emulators/payloads.mjs').Failure} failure */
  const fail = (failure, isSync = false) =>
    promised(world, ({ reject }) => {
      const say = () => {
        refused();
        answer(world, owner, message, 'fail', words.fail('send', failure));
        reject({ errMsg: 'send:fail' });
      };
      const times = quirks.sendAnswersTwice ? 2 : 1;
      for (let time = 0; time < times; time += 1) isSync ? say() : clock.later(say, 1);
    });
  const isOpen = socket?.phase === 'open' && !isInterrupted(world);
  if (!isOpen || quirks.sendFails) {
    // A link whose ping is refused looks dead.
    if (socket && world.isPing(text)) socket.isPingRefused = true;
    return fail(isOpen ? 'send failed' : 'not open', quirks.earlySendSync);
  }
  world.server.receive(socket, text);
  if (quirks.sendNeverAnswers) return;
  return promised(world, ({ resolve }) => {
    const taken = () => {
      world.log({ kind: 'send taken', task: owner, socket, text, number });
      answer(world, owner, message, 'success', words.ok('send'));
      resolve();
    };
    clock.later(taken, 1);
  });
}

/** Whether the host refuses everything, in the background. @param {import('../types').World} world */
export function isInterrupted({ host, quirks, clock }) {
  if (host.isForeground || !quirks.backgroundInterrupts) return false;
  return quirks.refusesAtHide || clock.now() - host.hiddenAt >= GRACE;
}

/** On a line it is the task that is open, or whose handle is still to come, whatever the host believes. @param {import('../types').World} world @param {import('./socket.mjs').Socket} socket */
function holderOf(world, socket) {
  const isIt = (/** @type {import('../types').Member} */ { options, task }) => (task ? task.state === 'open' : options);
  return world.app.members.find(isIt)?.index ?? socket.owner;
}

/** Whose message it is, which its text tells; a ping is of whoever has the socket. @param {string} text @param {number} otherwise */
function senderOf(text, otherwise) {
  return /^[ABC]\d+$/.test(text) ? NAMES.indexOf(text[0]) : otherwise;
}

/**
 * @param {import('../types').World} world
 * @param {import('./socket.mjs').Socket | undefined} socket
 * @param {any} options
 */
export function closeOn(world, socket, options) {
  const { quirks, clock } = world;
  const owner = socket && !socket.isLine ? socket.owner : world.owner();
  const words = world.words(socket);
  const { code = 1000, reason = '' } = options ?? {};
  world.log({ kind: 'told', task: owner, socket, code, reason });
  // On a line a close says nothing of a socket that may open all the same.
  if (socket) Object.assign(socket, { isAsked: true, isConfirmed: socket.isConfirmed && !socket.isLine });
  if (!socket || socket.phase === 'dead') {
    clock.later(() => answer(world, owner, options, 'fail', words.fail('close', 'closed')), 1);
    return;
  }
  socket.told += 1;
  if (socket.phase === 'open') socket.isToldOpen = true;
  const refused = () => world.log({ kind: 'close refused', socket });
  if (quirks.closeThrows) {
    refused();
    throw new Error('the host threw in close');
  }
  if (isCloseRefused(world, socket)) {
    return promised(world, (settle) => {
      const say = () => {
        if (socket.phase !== 'dead') refused();
        answer(world, owner, options, 'fail', words.fail('close', 'refused'));
        settle.reject({ errMsg: 'close:fail' });
      };
      clock.later(say, 1);
    });
  }
  const isIgnored = quirks.ghostSocket || (socket.phase === 'connecting' && quirks.closeBeforeOpen === 'ignored');
  if (isIgnored) return;
  socket.phase = 'dead';
  if (quirks.deafClose) return;
  clock.later(() => {
    world.host.reportClose(socket, words.close(code, reason, { quirks, id: socket.id }));
    socket.isConfirmed = true;
    answer(world, owner, options, 'success', words.ok('close'));
  }, 1 + quirks.closeDelay);
}

/** What is refused is not closed: the link lives on. @param {import('../types').World} world @param {import('./socket.mjs').Socket} socket */
function isCloseRefused(world, socket) {
  const { quirks, host } = world;
  if (isInterrupted(world) || (!host.isForeground && quirks.closeWantsForeground)) return true;
  if (socket.refusals >= quirks.closeRefusals) return false;
  socket.refusals += 1;
  return true;
}

/**
 * Some hosts give a promise as well, which rejects where the call fails.
 *
 * @param {import('../types').World} world
 * @param {(settle: { resolve: (value?: any) => void, reject: (error: any) => void }) => void} work
 */
function promised({ quirks }, work) {
  const nobody = { resolve: () => {}, reject: () => {} };
  if (!quirks.callsPromise) return void work(nobody);
  return new StormPromise((resolve, reject) => work({ resolve, reject }));
}

/**
 * Why a new connection fails, if it does.
 *
 * @param {import('../types').World} world
 * @returns {string}
 */
export function connectFailure(world) {
  const { quirks } = world;
  if (quirks.connectFails) return quirks.connectFails;
  if (isInterrupted(world)) return 'interrupted';
  const live = world.sockets.filter((socket) => socket.phase !== 'dead' && !socket.told);
  return live.length >= quirks.maxSockets ? 'limit' : '';
}
