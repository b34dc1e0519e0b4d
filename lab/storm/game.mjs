// @ts-check
/**
 * What an application does in a storm, and the rules that hold for that: with tasks, or with sockets of the class.
 *
 * @typedef {{
 *   member: string,
 *   createApp: (world: import('./types').World, specs: any[]) => import('./types').App,
 *   rules: (() => import('./rules/rule.mjs').Rule)[],
 *   viewOf: (world: import('./types').World) => import('./rules/rule.mjs').View,
 *   steps: Record<string, import('./steps/step.mjs').Kind>,
 *   weatherOf: (subject: import('./subjects.mjs').Subject) => import('fast-check').Arbitrary<import('./types').Weather>,
 *   ordinary: Record<string, any>,
 *   aftermath: (world: import('./types').World, watch: ReturnType<typeof import('./rules/index.mjs').createWatch>) => void,
 * }} Game `member` is what a member of the application is called; `ordinary` are the options that say nothing in a story
 */
import { aftermath } from './aftermath.mjs';
import { createApp } from './app/app.mjs';
import { RULES } from './rules/index.mjs';
import { STEPS } from './steps/index.mjs';
import { viewOf } from './view.mjs';
import { ORDINARY, weatherOf } from './weather.mjs';

/** @type {Game} */
const TASKS = {
  member: 'task',
  createApp,
  rules: RULES,
  viewOf,
  steps: STEPS,
  weatherOf,
  ordinary: ORDINARY,
  aftermath,
};

/** @param {import('./subjects.mjs').Subject} subject */
export function gameOf({ game = TASKS }) {
  return game;
}
