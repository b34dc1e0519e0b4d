// @ts-check
/** `cost-worker.mjs <file of a class>`: nanoseconds a message, in and out, as a line of JSON. */
import { createRequire } from 'node:module';
import { measure } from 'mitata';
import { bareWx } from '../../bench/hosts/bare-wx.mjs';
import { MESSAGE } from '../../bench/message/message.mjs';

const CPU_TIME = 100e6;

const { host, sockets } = bareWx();
/** @type {any} */ (globalThis).wx = host;
const { Socket } = createRequire(import.meta.url)(process.argv[2]);
const socket = new Socket('wss://bench.example/');
let received = 0;
let last;
socket.onmessage = (/** @type {any} */ { data }) => {
  received += 1;
  last = data;
};
while (!sockets[0]?.isHeard) await new Promise((resolve) => setTimeout(resolve, 0));
const [{ listeners }] = sockets;
listeners.open({ header: {} });
await new Promise((resolve) => setTimeout(resolve, 10));

// A real host makes one event object a message; here one is for all.
const event = { data: MESSAGE };
const inbound = await timed(
  () => listeners.message(event),
  () => received,
);
const outbound = await timed(
  () => socket.send(MESSAGE),
  () => sockets[0].sent,
);
if (last !== MESSAGE || sockets[0].last !== MESSAGE) throw new Error('the message has changed on its way');
process.stdout.write(JSON.stringify({ inbound, outbound }));
process.exit(0);

/** @param {() => void} work @param {() => number} count */
async function timed(work, count) {
  const before = count();
  let runs = 0;
  const { p50 } = await measure(
    () => {
      runs += 1;
      work();
    },
    { min_cpu_time: CPU_TIME },
  );
  if (count() - before !== runs) throw new Error(`${count() - before} of ${runs} messages came through`);
  return p50;
}
