// @ts-check
/** A heartbeat without a task around it. */
import { createHeartbeat } from '../../build/universal/heartbeat';
import { createTimer } from '../../build/universal/timer';

/** A started heartbeat, the times of its pings and of the death of the link. */
export function beat({ pingTimeout = 1000, pongTimeout = 400, isSent = true } = {}) {
  const start = Date.now();
  /** @type {number[]} */
  const pings = [];
  /** @type {number[]} */
  const deaths = [];
  const schedule = createTimer();
  const options = /** @type {any} */ ({ pingTimeout, pongTimeout });
  /** @type {{ latency: number | null }} */
  const task = { latency: null };
  const heartbeat = createHeartbeat(
    options,
    task,
    schedule,
    () => {
      pings.push(Date.now() - start);
      return isSent;
    },
    () => deaths.push(Date.now() - start),
  );
  heartbeat.start();
  return { task, heartbeat, pings, deaths, schedule };
}
