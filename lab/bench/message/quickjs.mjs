// @ts-check
/** One subject in QuickJS, the nearest to a phone whose engine has no compiler. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { build } from 'esbuild';
import { getQuickJS } from 'quickjs-emscripten';
import { verify } from '../check.mjs';
import { summarize } from '../stats.mjs';

const MESSAGES = 1000;
const BATCHES = 9;

// The engine's WebAssembly is compiled once and well, so that the first to be measured is not the slowest.
setFlagsFromString('--no-liftoff');
setFlagsFromString('--no-wasm-lazy-compilation');

/** @type {Promise<string> | undefined} */
let guest;

async function bundleGuest() {
  const entryPoints = [fileURLToPath(new URL('guest.mjs', import.meta.url))];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife' });
  return outputFiles[0].text;
}

/**
 * @param {string} direction
 * @param {import('../subjects/index.mjs').Subject} subject
 * @param {Map<string, string>} files
 * @returns {Promise<{ ns: number, nsTimersInside: number }>}
 */
export async function measureInQuickJs(direction, subject, files) {
  return {
    ns: await time(direction, subject, files, provideTimers),
    nsTimersInside: await time(direction, subject, files, () => {}),
  };
}

/**
 * @param {string} direction
 * @param {import('../subjects/index.mjs').Subject} subject
 * @param {Map<string, string>} files
 * @param {(engine: any) => void} prepare
 */
async function time(direction, { name }, files, prepare) {
  guest ??= bundleGuest();
  const engine = (await getQuickJS()).newContext();
  const run = (/** @type {string} */ code) => engine.unwrapResult(engine.evalCode(code)).dispose();
  const library = readFileSync(String(files.get(name)), 'utf8');
  try {
    prepare(engine);
    run(await guest);
    run(`start(${[direction, name, library].map((text) => JSON.stringify(text)).join(', ')})`);
    engine.runtime.executePendingJobs();
    run(`if (!globalThis.work) throw new Error(globalThis.failure || 'the connection did not open')`);
    run(`runMany(${MESSAGES})`);
    const batches = Array.from({ length: BATCHES }, () => {
      const begin = performance.now();
      run(`runMany(${MESSAGES})`);
      return ((performance.now() - begin) * 1e6) / MESSAGES;
    });
    run('work.verify()');
    const { median } = summarize(batches);
    verify(median > 0, `${name}: no time passed in QuickJS`);
    return median;
  } finally {
    engine.dispose();
  }
}

/** Timers outside the engine, as every host has them. They keep what they are given and never fire. @param {any} engine */
function provideTimers(engine) {
  /** @type {Map<number, object>} */
  const pending = new Map();
  let lastId = 0;
  const provide = (/** @type {string} */ name, /** @type {(...args: any[]) => any} */ call) => {
    engine.newFunction(name, call).consume((/** @type {any} */ handle) => engine.setProp(timers, name, handle));
  };
  const timers = engine.newObject();
  provide('setTimeout', (_callback, ms) => {
    lastId += 1;
    pending.set(lastId, { due: Date.now() + engine.getNumber(ms) });
    return engine.newNumber(lastId);
  });
  provide('clearTimeout', (id) => void pending.delete(engine.getNumber(id)));
  engine.setProp(engine.global, 'hostTimers', timers);
  timers.dispose();
}
