// Free names of the client that a mini program does not have.
import { AbortController, AbortSignal } from 'mde-websocket/polyfills';

export { performance } from 'mde-websocket/polyfills';
export const self = { AbortController, AbortSignal };
export const navigator = {};
