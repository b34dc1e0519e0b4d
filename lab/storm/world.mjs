// @ts-check
/**
 * One world of the storm: a clock, a host, a server and an application around one loaded program. Whatever runs, runs
 * on behalf of a task, so that every timer, listener and socket has an owner; -1 is the application or the host.
 */
import { myTask } from '../emulators/payloads.mjs';
import { quirkSet } from '../emulators/quirks.mjs';
import { bytesOf, textOf } from './app/data.mjs';
import { createClock } from './clock.mjs';
import { createHost } from './host/host.mjs';
import { createServer } from './host/server.mjs';
import { StormPromise, takePromise } from './promise.mjs';
import { randomOf } from './random.mjs';

/** On whose behalf runs what a program hears once for all of its tasks, if there are several. */
export const EVERYBODY = 9;

/**
 * @param {import('./subjects.mjs').Subject} subject
 * @param {import('./load.mjs').Program} program
 * @param {import('./types').Weather} weather
 * @param {{ createApp: import('./game.mjs').Game['createApp'], observe: (entry: any) => void, isCalm?: boolean }} how
 */
export function createWorld(subject, program, weather, { createApp, observe, isCalm = false }) {
  let owner = -1;
  let depth = 0;
  let turn = 0;
  let counted = 0;
  /** @type {{ owner: number, job: () => void }[]} */
  const promised = [];
  const origins = new Map();

  /**
   * Runs code on behalf of somebody, as a turn of its own when nothing else is running.
   *
   * @template T
   * @param {number} who
   * @param {string} where
   * @param {() => T} work
   * @returns {T | undefined}
   */
  function enter(who, where, work) {
    const before = owner;
    owner = who;
    if (depth === 0) turn += 1;
    depth += 1;
    try {
      return work();
    } catch (error) {
      log({ kind: 'uncaught', where, error });
    } finally {
      owner = before;
      depth -= 1;
      if (depth === 0) settlePromises();
    }
  }

  function settlePromises() {
    for (let next = promised.shift(); next; next = promised.shift()) {
      depth += 1;
      owner = next.owner;
      try {
        next.job();
      } catch (error) {
        log({ kind: 'uncaught', where: 'promise', error });
      }
      owner = -1;
      depth -= 1;
    }
  }

  /** @param {Record<string, any>} entry */
  function log(entry) {
    observe(entry);
  }

  const clock = createClock({
    owner: () => owner,
    log,
    perform(job) {
      if (job.isProgram) enter(job.owner, 'timer', job.run);
      else job.run();
    },
  });
  const random = randomOf(weather.seed);
  const _unmade = /** @type {any} */ (null);

  /** @param {() => void} job */
  function promise(job) {
    const whose = owner;
    if (weather.isMacrotask) clock.later(() => void enter(whose, 'promise', job), 0);
    else promised.push({ owner: whose, job });
  }

  /** @type {import('./types').World} */
  const world = {
    subject,
    clock,
    isCalm,
    latency: weather.latency,
    quirks: quirkSet(subject.own, weather.quirks),
    owner: () => owner,
    count: () => ++counted,
    hearerOf: (whose) => (whose < 0 || world.app.members.length === 1 ? whose : EVERYBODY),
    turn: () => turn,
    enter,
    log,
    sockets: [],
    /** @param {import('./host/socket.mjs').Socket} socket */
    addSocket: (socket) => void world.sockets.push(socket),
    /** How the host words what it says about a socket. @param {import('./host/socket.mjs').Socket} [socket] */
    words: (socket) => (subject.connects === 'either' && socket && !socket.isLine ? myTask : subject.words),
    /** Remembers of which socket the host said something. @param {any} payload @param {import('./host/socket.mjs').Socket} socket @param {string} what */
    remember(payload, socket, what) {
      if (payload) origins.set(payload, { socket, what });
    },
    originOf: (/** @type {any} */ payload) => origins.get(payload),
    bytes: bytesOf,
    textOf,
    isPing: (/** @type {string} */ text) => /^(heartbeat|beat)/.test(text),
    host: /** @type {ReturnType<typeof createHost>} */ (/** @type {any} */ (null)),
    server: /** @type {ReturnType<typeof createServer>} */ (/** @type {any} */ (null)),
    app: /** @type {import('./types').App} */ (/** @type {any} */ (null)),
    Promise: StormPromise,
    module: /** @type {any} */ (null),
  };
  takePromise({ later: promise, unhandled: (error) => log({ kind: 'uncaught', where: 'promise', error }) });
  world.host = createHost(world);
  world.server = createServer(world);
  const globals = {
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    Date: { now: clock.wall },
    Math: Object.assign(Object.create(Math), {
      random() {
        const drawn = random();
        log({ kind: 'random', drawn });
        return drawn;
      },
    }),
    Promise: StormPromise,
    [subject.global ?? 'host']: world.host.api,
  };
  world.module = program(globals);
  world.app = createApp(world, weather.tasks);
  return world;
}
