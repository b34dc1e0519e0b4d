// @ts-check
/**
 * A storm from its first step to its last: every step is followed by the rules, and the last by the aftermath.
 *
 * @typedef {{ kind: string, args: any }} Step
 * @typedef {{ subject: import('./subjects.mjs').Subject, program: import('./load.mjs').Program, weather: import('./types').Weather }} Setting
 * @typedef {{
 *   isCalm?: boolean,
 *   listen?: (entry: any, world: import('./types').World) => void,
 *   stepping?: (step: Step, world: import('./types').World) => void,
 *   ending?: () => void,
 * }} How
 */
import { gameOf } from './game.mjs';
import { createWatch } from './rules/index.mjs';
import { createWorld } from './world.mjs';

/**
 * @typedef {{
 *   world: import('./types').World, taken: Step[], asked: Record<string, number>,
 *   can: (step: Step) => boolean, take: (step: Step) => void, end: () => void,
 * }} Storm
 *
 * @param {Setting} setting
 * @param {How} [how]
 * @returns {Storm}
 */
export function begin({ subject, program, weather }, { isCalm = false, listen, stepping, ending } = {}) {
  const game = gameOf(subject);
  /** @type {import('./rules/rule.mjs').View} */
  let view;
  const watch = createWatch(() => view, game.rules);
  /** @type {Step[]} */
  const taken = [];
  const world = createWorld(subject, program, weather, {
    createApp: game.createApp,
    isCalm,
    observe(entry) {
      if (world && !watch.isBroken()) listen?.(entry, world);
      if (view) watch.observe(entry);
    },
  });
  view = game.viewOf(world);
  world.app.waiting()?.start();
  watch.settle();

  return {
    world,
    taken,
    asked: watch.asked,
    /** @param {Step} step */
    can: ({ kind, args }) => game.steps[kind].can?.(world, args) ?? true,
    /** @param {Step} step */
    take(step) {
      taken.push(step);
      stepping?.(step, world);
      game.steps[step.kind].run(world, step.args);
      watch.settle();
    },
    end() {
      ending?.();
      game.aftermath(world, watch);
    },
  };
}

/**
 * Plays known steps; those that no longer apply are left out.
 *
 * @param {Setting} setting
 * @param {Step[]} steps
 * @param {How} [how]
 * @returns {{ violation?: import('./rules/index.mjs').Violation, taken: Step[] }}
 */
export function replay(setting, steps, how) {
  /** @type {Storm | undefined} */
  let storm;
  try {
    storm = begin(setting, how);
    for (const step of steps) if (storm.can(step)) storm.take(step);
    storm.end();
    return { taken: storm.taken };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Violation') throw error;
    return { violation: /** @type {any} */ (error), taken: storm?.taken ?? [] };
  }
}
