// @ts-check
/**
 * What happens to a socket beyond the program: it connects, is refused or cut, hears and answers.
 */
import { report } from './answers.mjs';

/** A close code that the host made up, and one by which a server sends a client away. */
export const GONE = 1006;

/** @param {import('../types').World} world @returns {import('../types').Server} */
export function createServer(world) {
  const { quirks, clock } = world;
  const server = {
    isUp: true,
    meet,
    say,
    cut,
    refuse,
    receive,
  };

  /** A connection reaches the server. @param {import('./socket.mjs').Socket} socket */
  function meet(socket) {
    if (socket.phase !== 'connecting') return;
    if (!server.isUp || !world.host.isOnline) return refuse(socket);
    open(socket);
    if (quirks.duplicateEvents) open(socket);
  }

  /** @param {import('./socket.mjs').Socket} socket */
  function open(socket) {
    report(world, socket, 'open', world.words(socket).open({}, { quirks, id: socket.id }));
  }

  /** @param {import('./socket.mjs').Socket} socket @param {string} [prefix] @param {boolean} [asBytes] */
  function say(socket, prefix = '', asBytes = false) {
    const text = `${prefix}s${socket.id}m${++socket.said}`;
    const data = asBytes ? world.bytes(text) : text;
    report(world, socket, 'message', world.words(socket).message(data, { quirks, id: socket.id }));
  }

  /** @param {import('./socket.mjs').Socket} socket @param {number} code @param {string} kinds */
  function tell(socket, code, kinds) {
    const times = quirks.duplicateEvents ? 2 : 1;
    let delay = 0;
    for (const kind of kinds === 'none' ? [] : kinds.split('-')) {
      if (kind === 'close') delay += quirks.closeDelay;
      for (let time = 0; time < times; time += 1) soon(delay, () => tellOne(socket, kind, code));
      if (kind === 'error') delay += quirks.closeAfterError;
    }
  }

  /** @param {import('./socket.mjs').Socket} socket @param {string} kind @param {number} code */
  function tellOne(socket, kind, code) {
    const words = world.words(socket);
    const context = { quirks, id: socket.id };
    if (kind === 'error') report(world, socket, 'error', words.error('network error', context));
    else world.host.reportClose(socket, words.close(code, `code ${code}`, context));
  }

  /** @param {number} ms @param {() => void} work */
  function soon(ms, work) {
    if (ms > 0) clock.later(work, ms);
    else work();
  }

  /** @param {import('./socket.mjs').Socket} socket */
  function refuse(socket) {
    socket.phase = 'dead';
    tell(socket, GONE, quirks.refusedEvents);
  }

  /** The link is gone. @param {import('./socket.mjs').Socket} socket @param {number} code @param {string} [kinds] */
  function cut(socket, code, kinds = quirks.lossEvents) {
    if (socket.phase === 'connecting') return refuse(socket);
    if (socket.phase === 'dead') return;
    socket.phase = 'dead';
    tell(socket, code, kinds);
  }

  /** @param {import('./socket.mjs').Socket} socket @param {string} text */
  function receive(socket, text) {
    if (socket.isMute || !world.isPing(text)) return;
    socket.isAnswering = true;
    const due = clock.now() + world.latency;
    const answer = () => {
      if (socket.phase === 'open' && !socket.isMute) say(socket, 'pong ');
    };
    // While the program stood still so did its network: the answer comes a moment after the return.
    clock.later(() => (clock.now() > due ? clock.later(answer, world.latency) : answer()), world.latency);
  }

  return server;
}
