// @ts-check
/** Runs the tests on the WebSocket of the Node that runs this, and prints what they saw. */
import { runAll } from './run.mjs';

const { WebSocket } = /** @type {any} */ (globalThis);
if (!WebSocket) throw new TypeError(`Node ${process.version} has no WebSocket: use 22, or --experimental-websocket`);
console.log(JSON.stringify(await runAll(WebSocket)));
