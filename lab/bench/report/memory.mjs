// @ts-check
import { reference } from '../subjects/index.mjs';
import { figure, ratio, roundsOf, spread, table } from './table.mjs';

/** @param {any} memory */
export function memorySection({ tasks, rows }) {
  const own = rows.find((/** @type {any} */ { name }) => name === reference.name);
  return `## Memory of an idle connection

Heap of one open, idle connection, over ${tasks.toLocaleString('en')} of them, after collection; with the socket of the bare host,
or with the adapter and that socket. Each carried a message afterwards. Of ${roundsOf(rows.map((/** @type {any} */ { bytes }) => bytes))}, as bytes hardly vary.

${table(
  ['', 'ratio', 'bytes', 'pending timers'],
  rows.map((/** @type {any} */ { name, bytes, pending }) => [
    name,
    ratio(bytes.median, own.bytes.median),
    spread(bytes),
    figure(pending.median),
  ]),
)}`;
}
