// @ts-check
/**
 * The three calls a program makes on a socket, with everything that can go wrong in them.
 */
import { answer } from './answers.mjs';
import { NAMES } from './socket.mjs';

/**
 * @param {import('../types').World} world
 * @param {import('./socket.mjs').Socket | undefined} socket
 * @param {any} message
 */
export function sendOn(world, socket, message) {
  const { quirks, clock } = world;
  const text = world.textOf(message.data, message.isBuffer);
  const owner = senderOf(text, socket?.isLine ? holderOf(world, socket) : world.owner());
  world.log({ kind: 'handed', task: owner, socket, text, data: message.data, message });
  if (socket && world.isPing(text)) socket.isAnswering = false;
  if (quirks.mutatesOptions) {
    message.taskID = 'host';
    message.data = 'taken by the host';
  }
  const refused = () => world.log({ kind: 'send refused', task: owner, socket, text });
  if (quirks.sendThrows) {
    refused();
    throw new Error('the host threw in send');
  }
  const words = world.words(socket);
  /** @param {import('../../emulators/payloads.mjs').Failure} failure */
  const fail = (failure, isSync = false) => {
    const say = () => {
      refused();
      answer(world, owner, message, 'fail', words.fail('send', failure));
    };
    const times = quirks.sendAnswersTwice ? 2 : 1;
    for (let time = 0; time < times; time += 1) isSync ? say() : clock.later(say, 1);
  };
  const isOpen = socket?.phase === 'open' && world.host.isForeground;
  if (!isOpen || quirks.sendFails) {
    // A link whose ping is refused looks dead.
    if (socket && world.isPing(text)) socket.isPingRefused = true;
    return fail(isOpen ? 'send failed' : 'not open', quirks.earlySendSync);
  }
  world.server.receive(socket, text);
  if (!quirks.sendNeverAnswers) clock.later(() => answer(world, owner, message, 'success', words.ok('send')), 1);
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
  const owner = world.owner();
  const words = world.words(socket);
  const { code = 1000, reason = '' } = options ?? {};
  world.log({ kind: 'told', task: owner, socket, code, reason });
  if (!socket || socket.phase === 'dead') {
    clock.later(() => answer(world, owner, options, 'fail', words.fail('close', 'closed')), 1);
    return;
  }
  socket.told += 1;
  if (socket.phase === 'open') socket.isToldOpen = true;
  if (quirks.closeThrows) throw new Error('the host threw in close');
  const isIgnored = quirks.ghostSocket || (socket.phase === 'connecting' && quirks.closeBeforeOpen === 'ignored');
  if (isIgnored) return;
  socket.phase = 'dead';
  if (quirks.deafClose) return;
  clock.later(() => {
    world.host.reportClose(socket, words.close(code, reason, { quirks, id: socket.id }));
    answer(world, owner, options, 'success', words.ok('close'));
  }, 1 + quirks.closeDelay);
}

/**
 * Why a new connection fails, if it does.
 *
 * @param {import('../types').World} world
 * @returns {string}
 */
export function connectFailure(world) {
  const { quirks, host } = world;
  if (quirks.connectFails) return quirks.connectFails;
  if (!host.isForeground && quirks.backgroundInterrupts) return 'interrupted';
  const live = world.sockets.filter((socket) => socket.phase !== 'dead' && !socket.told);
  return live.length >= quirks.maxSockets ? 'limit' : '';
}
