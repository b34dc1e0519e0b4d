// @ts-check
/** A heartbeat without a task around it. */

import { schedule } from '../../../build/universal/common/timer';
import { probe, seen, startHeartbeat } from '../../../build/universal/connection/heartbeat';

/** A started heartbeat, the times of its pings and of the death of the link. */
export function beat({ pingTimeout = 1000, pongTimeout = 400, isSent = true } = {}) {
  const start = Date.now();
  /** @type {number[]} */
  const pings = [];
  /** @type {number[]} */
  const deaths = [];
  const options = /** @type {any} */ ({ pingTimeout, pongTimeout });
  /** @type {{ latency: number | null }} */
  const task = { latency: null };
  /** @type {any} */
  const record = {
    options,
    task,
    listeners: {
      ping() {
        pings.push(Date.now() - start);
        return isSent;
      },
      dead: () => void deaths.push(Date.now() - start),
    },
  };
  const heartbeat = {
    start: () => startHeartbeat(record),
    seen: () => seen(record),
    probe: (wasAway = false) => probe(record, wasAway),
  };
  heartbeat.start();
  return {
    task,
    heartbeat,
    pings,
    deaths,
    schedule: (/** @type {number} */ ms, /** @type {any} */ callback) => schedule(record, ms, callback),
  };
}
