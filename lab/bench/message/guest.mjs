// @ts-check
/**
 * The part of the benchmark that runs inside QuickJS. It is bundled into one script, which leaves `start` on the
 * global object. An engine has no timers: they are calls out of it, to `hostTimers`, or else the least that they could
 * be inside, a map of what is due and when. None that is set for later is ever reached.
 */
import { runLibrary } from '../library-run.mjs';
import { subjectNamed } from '../subjects/index.mjs';
import { directions } from './directions.mjs';
import { openRig } from './rig.mjs';

/** @type {Map<number, { callback: () => void, due: number }>} */
const pending = new Map();
let lastId = 0;

/** @type {import('../subjects/index.mjs').World['timers']} */
const inside = {
  setTimeout(callback, ms) {
    lastId += 1;
    pending.set(lastId, { callback, due: Date.now() + ms });
    return lastId;
  },
  clearTimeout: (id) => void pending.delete(id),
};

/** @param {import('../subjects/index.mjs').World['timers']} later */
function withImmediate({ setTimeout, clearTimeout }) {
  return {
    setTimeout: (/** @type {() => void} */ callback, ms = 0) =>
      ms === 0 ? Promise.resolve().then(callback) : setTimeout(callback, ms),
    clearTimeout,
  };
}

const target = /** @type {any} */ (globalThis);
target.console = { error() {}, log() {}, warn() {} };

/** @param {string} direction @param {string} name @param {string} text */
target.start = (direction, name, text) => {
  const timers = withImmediate(target.hostTimers ?? inside);
  const subject = subjectNamed(name);
  const load = (/** @type {{ host: any }} */ { host }) => runLibrary(text, subject, { host, timers });
  openRig(subject, load, timers)
    .then((rig) => {
      target.work = directions[direction](name, rig);
    })
    .catch((error) => {
      target.failure = String(error);
    });
};

/** @param {number} count */
target.runMany = (count) => {
  for (let run = 0; run < count; run += 1) target.work.run();
};
