// @ts-check
/**
 * Heap and timers of many open connections in a process of its own: `node worker.mjs <subject> <library file> <tasks>`.
 * Prints one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pass } from 'node:timers/promises';
import { bareWx } from '../hosts/bare-wx.mjs';
import { runLibrary } from '../library-run.mjs';
import { subjectNamed } from '../subjects/index.mjs';
import { verifyHeld } from './check.mjs';

/** Longer than any library waits before it calls a link settled. Milliseconds. */
const SETTLED = 5500;

const [name, file, count] = process.argv.slice(2);
const subject = subjectNamed(name);
const tasks = Number(count);
const timers = { setTimeout, clearTimeout };
const gc = /** @type {() => void} */ (globalThis.gc);

const { host, sockets } = bareWx();
const { library, WebSocket } = runLibrary(readFileSync(file, 'utf8'), subject, { host, timers });
let opened = 0;
let received = 0;
const on = {
  open() {
    opened += 1;
  },
  message() {
    received += 1;
  },
  close() {},
};
/** @type {any[]} */
const held = [];

const before = heap();
for (let task = 0; task < tasks; task += 1) {
  held.push(await subject.connect(library, { host, WebSocket, url: 'wss://bench.example/', on, timers }));
}
while (!sockets.every((socket) => socket.isHeard) || sockets.length < tasks) await pass(10);
for (const socket of sockets) socket.listeners.open({ header: {} });
await pass(SETTLED);
const bytes = (heap() - before) / tasks;
const pending = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length / tasks;

for (const socket of sockets) socket.listeners.message({ data: 'alive' });
verifyHeld(name, { tasks, opened, received, bytes });
process.stdout.write(JSON.stringify({ bytes, pending }));
process.exit(0);

function heap() {
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}
