// @ts-check
/** A storm over sockets of the class. */
import { aftermath } from './aftermath.mjs';
import { createApp } from './app.mjs';
import { RULES } from './rules/index.mjs';
import { STEPS } from './steps.mjs';
import { viewOf } from './view.mjs';
import { ORDINARY, weatherOf } from './weather.mjs';

/** @type {import('../game.mjs').Game} */
export const SOCKETS = {
  member: 'client',
  createApp,
  rules: /** @type {any} */ (RULES),
  viewOf: /** @type {any} */ (viewOf),
  steps: STEPS,
  weatherOf,
  ordinary: ORDINARY,
  aftermath,
};
