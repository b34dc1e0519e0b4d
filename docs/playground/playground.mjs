// @ts-check
/**
 * The playground without its page: one host three times, a program on each, a server in memory, troubles, and a
 * recording of it all.
 *
 * @typedef {import('../../lab/demo/recorder.mjs').Recorder} Recorder
 * @typedef {import('./programs.mjs').Program} Program
 * @typedef {{
 *   recorder: Recorder,
 *   phones: import('./host.mjs').PlaygroundHost[],
 *   server: import('../../lab/emulators/server-memory.mjs').MemoryServer,
 *   refusal: { start: () => void, stop: () => void },
 *   programs: Record<string, Program>,
 *   startSecond: () => Promise<void>,
 * }} World
 * @typedef {ReturnType<typeof createPlayground>} Playground
 */
import { stateAt } from '../../lab/demo/drawing/facts.mjs';
import { answerOf } from '../../lab/demo/program.mjs';
import { createRecorder } from '../../lab/demo/recorder.mjs';
import { memoryServer } from '../../lab/emulators/server-memory.mjs';
import { createClock, promises } from './clock.mjs';
import { createHost } from './host.mjs';
import { startBare, startByHand, startOurs } from './programs.mjs';
import { troublesOn } from './troubles.mjs';

/** The lanes, from top to bottom. */
export const LANES = /** @type {const} */ (['ours', 'by-hand', 'bare']);

/** Between two messages, in ms. */
const BEAT = 1500;

/** Between the last act of a trouble and the next trouble, at least and at most, in ms. */
const CALM = 3000;
const PATIENCE = 90_000;

/** @param {{ choice: import('./hosts.data.mjs').Choice, bundle: string, options: Record<string, any> }} chosen */
export function createPlayground({ choice, bundle, options }) {
  const clock = createClock();
  const recorder = createRecorder(clock.now);
  const { record } = recorder;
  const server = memoryServer({ answer: answerOf(record), clock });
  const [ours, byHand, bare] = LANES.map((id) =>
    createHost(id, choice, { bundle, clock, transport: server.transport }),
  );
  const setting = (/** @type {string} */ link) => {
    return { url: server.url(`/${link}`), params: choice.params, options, record, beat: BEAT };
  };
  /** @type {World} */
  const world = {
    recorder,
    phones: [ours, byHand, bare],
    server,
    refusal: { start: server.refuse, stop() {} },
    programs: {},
    async startSecond() {
      startByHand('by-hand-2', byHand, setting('by-hand-2')).hush();
      startBare('bare-2', bare, setting('bare-2')).hush();
      world.programs.second = await startOurs('second', ours, setting('second'));
    },
  };
  /** The trouble under way. @type {string | undefined} */
  let trouble;

  /** @param {string} name @param {import('./troubles.mjs').Trouble['steps']} steps */
  function go(name, [[after, act], ...rest]) {
    clock.setTimeout(() => {
      act(world);
      if (rest.length > 0) return go(name, rest);
      record({ kind: 'over', name });
      endWhenBack(clock.now() + PATIENCE);
    }, after);
  }

  /** @param {number} latest */
  function endWhenBack(latest) {
    clock.setTimeout(() => {
      if (stateAt(recorder.entries, 'ours') === 'open' || clock.now() >= latest) trouble = undefined;
      else endWhenBack(latest);
    }, CALM);
  }

  return {
    recorder,
    now: clock.now,
    advance: clock.advance,
    /** What is under way. */
    trouble: () => trouble,
    hasSecond: () => world.programs.second !== undefined,
    async start() {
      world.programs['by-hand'] = startByHand('by-hand', byHand, setting('by-hand'));
      world.programs.bare = startBare('bare', bare, setting('bare'));
      world.programs.ours = await startOurs('ours', ours, setting('ours'));
      await promises();
    },
    /** Whether this trouble begins: there is one at a time, and not each on every host. @param {string} name */
    strike(name) {
      const found = troublesOn(choice).find((one) => one.name === name);
      if (!found || trouble !== undefined) return false;
      trouble = name;
      record({ kind: 'trouble', name, hits: ['ours'], cause: 'host' });
      go(name, found.steps);
      return true;
    },
    /** What our program's thread met and nobody caught. */
    errors: () => ours.thread.errors.map(({ error }) => String(error)),
  };
}
