// @ts-check
/** The emulated hosts and what they need, in one import. */
export { loadBundle } from './load-bundle.mjs';
export * from './page.mjs';
export { MacrotaskPromise } from './promise-macrotask.mjs';
export { startServer } from './server.mjs';
export { wsTransport } from './transport-ws.mjs';
