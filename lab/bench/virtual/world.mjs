// @ts-check
/**
 * A library in virtual time, where nothing waits: each of its sockets meets the fate that is written for it, and what
 * happens is kept with its time.
 *
 * @typedef {'cut' | 'refused' | 'unanswered' | 'mute'} Fate
 * `cut` opens and is lost at once; `unanswered` is given up by the host after its own bound, if it has one; `mute` opens,
 * and nothing is ever heard of it again
 * @typedef {{ at: number, what: 'connect' | 'send' | 'close' | 'end', socket: number }} Happening
 * `close` is what the library asks for, `end` what the host reports
 */
import { runLibrary } from '../library-run.mjs';
import { createClock } from './clock.mjs';

/**
 * @param {import('../subjects/index.mjs').Subject} subject
 * @param {string} text its library
 * @param {{ fateOf: (socket: number) => Fate, random?: number, hostTimeout?: number }} how
 * sockets count from 0; `random` is what `Math.random` gives
 */
export function openVirtualWorld(subject, text, { fateOf, random = 0.5, hostTimeout }) {
  const clock = createClock();
  /** @type {Happening[]} */
  const log = [];
  let sockets = 0;
  const host = {
    connectSocket() {
      const socket = sockets++;
      const note = (/** @type {Happening['what']} */ what) => log.push({ at: clock.now(), what, socket });
      note('connect');
      return openSocket(fateOf(socket), note, clock.timers, hostTimeout);
    },
  };
  const globals = { Date: clock.Date, Math: Object.create(Math, { random: { value: () => random } }) };
  const { library, WebSocket } = runLibrary(text, subject, { host, timers: clock.timers, globals });
  let opened = 0;
  const on = {
    open() {
      opened += 1;
    },
    message() {},
    close() {},
  };
  subject.connect(library, { host, WebSocket, url: 'wss://bench.example/', on, timers: clock.timers });

  const all = (/** @type {Happening['what']} */ what) => log.filter((happening) => happening.what === what);
  return { log, all, opened: () => opened, until: clock.until };
}

/**
 * @param {Fate} fate
 * @param {(what: Happening['what']) => void} note
 * @param {import('../subjects/index.mjs').World['timers']} timers
 * @param {number} [hostTimeout]
 */
function openSocket(fate, note, { setTimeout }, hostTimeout) {
  /** @type {Record<string, (event: any) => void>} */
  const heard = {};
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    note('end');
    if (fate !== 'cut') heard.error({ errMsg: 'connection failed' });
    heard.close({ code: 1006, reason: '' });
  };
  if (fate === 'cut' || fate === 'mute') setTimeout(() => heard.open({}), 0);
  if (fate === 'cut' || fate === 'refused') setTimeout(end, 0);
  if (fate === 'unanswered' && hostTimeout !== undefined) setTimeout(end, hostTimeout);
  const hear = (/** @type {string} */ name) => (/** @type {any} */ listener) => {
    heard[name] = listener;
  };
  return {
    onOpen: hear('open'),
    onMessage: hear('message'),
    onError: hear('error'),
    onClose: hear('close'),
    send: () => note('send'),
    close() {
      note('close');
      if (fate === 'unanswered') setTimeout(end, 0);
    },
  };
}
