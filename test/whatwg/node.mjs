// @ts-check
/** The class of Node 22, which tests the tests: from lab/engines, or the one that runs this if it is as new. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const installed = fileURLToPath(new URL('../../lab/engines/node_modules/node22/bin/node', import.meta.url));
const runner = fileURLToPath(new URL('on-node.mjs', import.meta.url));

/** Node that has a class: 20 has one behind a flag. */
export const command = existsSync(installed) ? [installed] : [process.execPath, '--experimental-websocket'];

/** What the tests see of it. @returns {Record<string, unknown>} */
export function runOnNode() {
  const [file, ...flags] = command;
  return JSON.parse(execFileSync(file, [...flags, '--no-warnings', runner], { encoding: 'utf8' }));
}

/** Where undici, which is the class of Node 20 and 22, departs from the standard itself. */
export const NODE_DEPARTS = {
  'Create-protocol-not-offered': 'no close event where nothing opened',
  'interfaces/WebSocket/events/003': 'the same',
  'interfaces/WebSocket/events/013': 'the same',
  'interfaces/WebSocket/close/close-connecting': 'the same',
  'interfaces/WebSocket/bufferedAmount/bufferedAmount-getting': 'what is sent after closing is not counted',
  'interfaces/WebSocket/send/009': 'the same',
  'binaryType-wrong-value': 'a wrong value sets it to blob',
  'interfaces/WebSocket/events/005': 'a handler that replaces another loses its place',
  'close-invalid, fractions': 'a fraction is rounded to an even number',
};
