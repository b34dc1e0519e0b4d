// @ts-check
/** A page for the frameworks. The timers and sockets stay Node's own. */
import { Window } from 'happy-dom';

const window = /** @type {any} */ (new Window());
for (const name of [
  'document',
  'Node',
  'Element',
  'HTMLElement',
  'HTMLIFrameElement',
  'SVGElement',
  'MathMLElement',
  'Event',
]) {
  if (window[name]) /** @type {any} */ (globalThis)[name] = window[name];
}
/** @type {any} */ (globalThis).window = globalThis;
// Node has one from version 21 on.
globalThis.navigator ??= window.navigator;
