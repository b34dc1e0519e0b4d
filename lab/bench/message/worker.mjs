// @ts-check
/**
 * Measures one subject in a process of its own: `node worker.mjs <direction> <what> <subject> <library file>`.
 * Prints one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { measure } from 'mitata';
import { runLibrary } from '../library-run.mjs';
import { subjectNamed } from '../subjects/index.mjs';
import { directions } from './directions.mjs';
import { openRig } from './rig.mjs';

const COUNTED = 1000;
const WEIGHED = 20000;
const WARM_UP = 2000;
const CPU_TIME = 100e6;

const [direction, what, name, file] = process.argv.slice(2);
const subject = subjectNamed(name);
const text = readFileSync(file, 'utf8');
const gc = /** @type {() => void} */ (globalThis.gc);

/** @param {import('../subjects/index.mjs').World['timers']} timers */
async function open(timers = { setTimeout, clearTimeout }) {
  const rig = await openRig(subject, ({ host }) => runLibrary(text, subject, { host, timers }), timers);
  return directions[direction](name, rig);
}

/** @type {Record<string, () => Promise<Record<string, number>>>} */
const measurements = {
  /** Nanoseconds a message. */
  async time() {
    const work = await open();
    const { p50 } = await measure(work.run, { min_cpu_time: CPU_TIME });
    work.verify();
    return { ns: p50 / work.messages };
  },

  /** Bytes allocated a message. */
  async bytes() {
    const work = await open();
    const runs = Math.ceil(WEIGHED / work.messages);
    for (let run = 0; run < WARM_UP; run += work.messages) work.run();
    gc();
    const before = process.memoryUsage().heapUsed;
    for (let run = 0; run < runs; run += 1) work.run();
    const bytes = process.memoryUsage().heapUsed - before;
    work.verify();
    return { bytes: Math.max(0, bytes / (runs * work.messages)) };
  },

  /** Timers set and cleared a message. */
  async timers() {
    let calls = 0;
    const work = await open({
      setTimeout(callback, ms) {
        calls += 1;
        return setTimeout(callback, ms);
      },
      clearTimeout(id) {
        calls += 1;
        clearTimeout(id);
      },
    });
    const before = calls;
    for (let run = 0; run < COUNTED; run += 1) work.run();
    work.verify();
    return { timerCalls: (calls - before) / (COUNTED * work.messages) };
  },
};

process.stdout.write(JSON.stringify(await measurements[what]()));
process.exit(0);
