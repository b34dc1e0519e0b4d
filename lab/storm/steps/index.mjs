// @ts-check
import { APP } from './app.mjs';
import { HOST } from './host.mjs';
import { QUIRK_STEPS } from './quirks.mjs';
import { TIME } from './time.mjs';

/** Everything that can happen in a storm. @type {Record<string, import('./step.mjs').Kind>} */
export const STEPS = { ...TIME, ...HOST, ...QUIRK_STEPS, ...APP };
