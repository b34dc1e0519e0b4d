// @ts-check
import { reference } from '../subjects/index.mjs';
import { figure, ratio, roundsOf, spread, table } from './table.mjs';

/** @param {any} inbound */
export function inboundSection(inbound) {
  return `## Inbound message

From the host's callback to the user's handler, heartbeat on, over the least possible host. "Interpreter" is V8 without
any compiler; QuickJS (in WebAssembly, where reading the clock is a call out too) is the nearest to a phone whose engine has
none. An engine has no timers of its own: setting one is a call out of it, here as on a phone; "timers inside" is the
same with a map in JavaScript for timers, the least they could cost.

${tables(inbound)}`;
}

/** @param {any} outbound */
export function outboundSection({ burst, ...outbound }) {
  const [own] = burst.filter((/** @type {any} */ { name }) => name === reference.name);
  return `## Outbound message

\`send(text)\` on an open link, to the host's \`send\`.

${tables(outbound)}

A burst: 1,000 sends with a \`success\` each, which the host calls when all are out. A message of it, of ${roundsOf(burst.map((/** @type {any} */ { ns }) => ns))}:

${table(
  ['', 'ratio', 'ns'],
  burst.map((/** @type {any} */ { name, ns }) => [name, ratio(ns.median, own.ns.median), spread(ns)]),
)}`;
}

/** @param {any} direction */
function tables({ node, counted, quickJs }) {
  const rows = node.map((/** @type {any} */ row, /** @type {number} */ index) => ({
    name: row.name,
    ns: row.ns,
    counted: counted[index],
    quickJs: quickJs[index].ns,
    timersInside: quickJs[index].nsTimersInside,
  }));
  const own = rows.find((/** @type {any} */ { name }) => name === reference.name);
  const bare = rows.at(-1);
  const ratios = rows.map((/** @type {any} */ row) => [
    row.name,
    ratio(row.ns.median, own.ns.median),
    ratio(row.quickJs.median, own.quickJs.median),
    ratio(row.timersInside.median, own.timersInside.median),
    figure(row.ns.median - bare.ns.median),
  ]);
  const absolute = rows.map((/** @type {any} */ row) => [
    row.name,
    spread(row.ns),
    spread(row.quickJs),
    figure(row.counted.timerCalls),
    figure(row.counted.bytes),
    figure(row.counted.bytesInterpreted),
  ]);
  const rounds = roundsOf(
    rows.flatMap((/** @type {any} */ { ns, quickJs, timersInside }) => [ns, quickJs, timersInside]),
  );
  return `Times are of ${rounds}; timer calls and bytes were counted once, as they do not depend on the machine's speed.

${table(['time, ratio', 'Node', 'QuickJS', 'QuickJS, timers inside', 'ns over the bare host, Node'], ratios)}

${table(['a message', 'ns, Node', 'ns, QuickJS', 'timer calls', 'bytes', 'bytes, interpreter'], absolute)}`;
}
