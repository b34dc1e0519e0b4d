// @ts-check
/**
 * One application on one emulated phone with a real server of its own on loopback. It says when it noticed that the
 * link was lost, and when it was back: a message sent on the new link has come back from the server.
 */
import { setTimeout as pass } from 'node:timers/promises';
import { startServer, wechat, wsTransport } from '../../emulators/index.mjs';
import { runLibrary } from '../library-run.mjs';

/**
 * @typedef {Awaited<ReturnType<typeof openWorld>>} World
 */

const GREETING = 'hello';

const WORD = 'word ';

/** Between two messages of an application that talks. Milliseconds. */
const BEAT = 200;

/** More than enough on loopback. Milliseconds. */
const ANSWER_TIME = 500;

/**
 * @param {import('../subjects/index.mjs').Subject} subject
 * @param {string} text
 * @param {Record<string, any>} quirks
 */
export async function openWorld(subject, text, quirks) {
  const air = { isOn: true, hangs: false };
  const server = await startServer({ answer: echo });
  const phone = wechat({ transport: throughAir(air), quirks });
  const timers = { setTimeout: phone.thread.setTimeout, clearTimeout: phone.thread.clearTimeout };
  const { library, WebSocket } = runLibrary(text, subject, { host: phone.host, timers });
  const opened = createSignal();
  const closed = createSignal();
  const echoed = createSignal();

  let connection = /** @type {import('../subjects/index.mjs').Connection | undefined} */ (undefined);
  const greet = () => connection?.send(GREETING);
  const on = {
    open() {
      opened.raise();
      greet();
    },
    message: (/** @type {any} */ data) => data === GREETING && echoed.raise(),
    close: () => closed.raise(),
  };
  const begin = performance.now();
  connection = await subject.connect(library, { host: phone.host, WebSocket, url: server.url(), on, timers });
  if (opened.count() > 0) greet();
  await echoed.next();
  const connectMs = performance.now() - begin;

  return {
    phone,
    server,
    air,
    opened,
    closed,
    echoed,
    connectMs,
    /** Whether a message that is sent now comes back. */
    async answers() {
      const before = echoed.count();
      greet();
      await Promise.race([echoed.next(), pass(ANSWER_TIME)]);
      return echoed.count() > before;
    },
    /** Goes on sending until told to stop; then says how much of it the server never got. */
    talk() {
      let said = 0;
      const timer = setInterval(() => {
        said += 1;
        try {
          connection?.send(`${WORD}${said}`);
        } catch {
          // The adapter throws while it is connecting, as the standard has it: the message is lost.
        }
      }, BEAT);
      return async () => {
        clearInterval(timer);
        await pass(ANSWER_TIME);
        const got = new Set(server.peers.flatMap(({ received }) => received.map(String)));
        const lost = Array.from({ length: said }, (_, index) => `${WORD}${index + 1}`).filter((word) => !got.has(word));
        return { said, lost: lost.length };
      };
    },
    async end() {
      phone.thread.freeze();
      await server.stop();
    },
  };
}

/** The radio: while it is off, no connection is made; while it hangs, none opens. @param {{ isOn: boolean, hangs: boolean }} air */
function throughAir(air) {
  const real = wsTransport();
  return {
    /** @type {import('../../emulators/sockets.mjs').Transport['connect']} */
    connect(request, events) {
      if (air.hangs) return { send() {}, close: () => setTimeout(() => events.end(1006, '', false)), abort() {} };
      if (air.isOn) return real.connect(request, events);
      setTimeout(() => events.end(1006, 'no network', true));
      return { send() {}, close() {}, abort() {} };
    },
  };
}

/** @param {string | Buffer} data */
function echo(data) {
  return data;
}

/** Something that happens now and then, with the time of each. */
export function createSignal() {
  /** @type {number[]} */
  const times = [];
  /** @type {Set<() => void>} */
  const waiting = new Set();
  return {
    raise() {
      times.push(performance.now());
      for (const wake of [...waiting]) wake();
      waiting.clear();
    },
    count: () => times.length,
    /** The first time at or after a moment, if there is one yet. @param {number} moment */
    since: (moment) => times.find((time) => time >= moment),
    next: () => new Promise((resolve) => waiting.add(() => resolve(undefined))),
  };
}
