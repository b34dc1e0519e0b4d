// @ts-check
/**
 * Makes a failing storm small: steps are left out while the same rule still breaks, large pieces first, then the weather
 * is made ordinary, one thing at a time.
 */
import { gameOf } from './game.mjs';
import { replay } from './play.mjs';
import { twinFault } from './twin.mjs';

const CALM = { isMacrotask: false, latency: 20 };

/**
 * @param {import('./play.mjs').Setting} setting
 * @param {import('./play.mjs').Step[]} taken
 * @param {import('./rules/index.mjs').Violation} violation
 */
export function shrink(setting, taken, violation) {
  let best = { setting, steps: taken, violation };

  /** @param {import('./play.mjs').Setting} candidate @param {import('./play.mjs').Step[]} steps */
  function attempt(candidate, steps) {
    const played = replay(candidate, steps);
    const found = played.violation ?? twinFault(candidate, steps);
    if (found?.rule !== violation.rule) return false;
    best = { setting: candidate, steps: played.violation ? played.taken : steps, violation: found };
    return true;
  }

  let before = '';
  while (before !== JSON.stringify(best.steps)) {
    before = JSON.stringify(best.steps);
    leaveOut(
      () => best.steps,
      (steps) => attempt(best.setting, steps),
    );
    best.steps.forEach((step, at) => {
      for (const simpler of simplerSteps(step)) {
        if (best.steps[at] === step) attempt(best.setting, best.steps.with(at, simpler));
      }
    });
    for (const simplify of simplifications(best.setting)) {
      attempt({ ...best.setting, weather: simplify(best.setting.weather) }, best.steps);
    }
  }
  return best;
}

/** @param {() => import('./play.mjs').Step[]} steps @param {(steps: import('./play.mjs').Step[]) => boolean} attempt */
function leaveOut(steps, attempt) {
  for (let size = Math.max(1, steps().length >> 1); size >= 1; size >>= 1) {
    for (let at = steps().length - size; at >= 0; at -= size) {
      attempt([...steps().slice(0, at), ...steps().slice(at + size)]);
    }
  }
}

/** @param {import('./play.mjs').Step} step @returns {import('./play.mjs').Step[]} */
function simplerSteps({ kind, args }) {
  if (kind === 'wait')
    return [
      { kind: 'next', args: {} },
      ...[60, 1000, 10_000].filter((ms) => ms < args.ms).map((ms) => ({ kind, args: { ms } })),
    ];
  if (kind === 'plan')
    return [
      { kind, args: { ...args, throws: false } },
      ...args.does.map((/** @type {string} */ one) => ({ kind, args: { ...args, does: [one] } })),
    ];
  return kind === 'close' && args.options ? [{ kind, args: { ...args, options: undefined } }] : [];
}

/** @typedef {(weather: import('./types').Weather) => import('./types').Weather} Change */
/** @param {Change} made @returns {Change} */
const change = (made) => made;

/** Each makes a weather more ordinary in one thing. @param {import('./play.mjs').Setting} setting @returns {Change[]} */
function simplifications({
  subject,
  weather: {
    tasks: { length: tasks },
  },
}) {
  const calmer = Object.entries(CALM).map(([name, value]) => change((weather) => ({ ...weather, [name]: value })));
  const plain = ['appEvents', 'networkEvents'].map((name) =>
    change((weather) => ({ ...weather, quirks: { ...weather.quirks, [name]: true } })),
  );
  const fewer = change((weather) => ({ ...weather, tasks: weather.tasks.slice(0, -1) }));
  const specs = Array.from({ length: tasks }, (_, at) =>
    Object.entries(gameOf(subject).ordinary).map(([name, value]) =>
      change((weather) => ({
        ...weather,
        tasks: weather.tasks.map((spec, one) => (one === at ? { ...spec, [name]: value } : spec)),
      })),
    ),
  );
  return [...(tasks > 1 ? [fewer] : []), ...calmer, ...plain, ...specs.flat()];
}
