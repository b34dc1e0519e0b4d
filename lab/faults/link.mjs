// @ts-check
/**
 * One connection through the proxy, and what can happen to it. `up` is the way to the server, `down` the way back.
 *
 * @typedef {ReturnType<typeof createLink>} Link
 */
import { connect } from 'node:net';
import { createFlow } from './flow.mjs';

/**
 * @param {import('node:net').Socket} client
 * @param {number} port the server's
 * @param {() => void} ended called once, when neither side has a connection any more
 */
export function createLink(client, port, ended) {
  const server = connect(port, '127.0.0.1').setNoDelay(true);
  const up = createFlow(client, server);
  const down = createFlow(server, client);
  const sides = [client, server];
  let left = sides.length;
  let isHalfOpen = false;

  for (const side of sides) {
    const other = side === client ? server : client;
    side.on('error', () => {});
    side.on('close', (hadError) => {
      left -= 1;
      if (left === 0) ended();
      else if (hadError && !isHalfOpen) other.resetAndDestroy();
    });
  }

  /** An RST to both sides. */
  function reset() {
    for (const side of sides) side.resetAndDestroy();
  }

  return {
    up,
    down,
    /** By which the server knows it. */
    port: () => server.localPort,
    /** Both directions stand still, the connections stay. */
    stall() {
      up.stall();
      down.stall();
    },
    /** The path swallows everything from now on, and tells nobody. */
    halfOpen() {
      isHalfOpen = true;
      up.swallow();
      down.swallow();
    },
    reset,
    /** @param {number} ms each way */
    delay(ms) {
      up.delay(ms);
      down.delay(ms);
    },
    trickle() {
      up.trickle();
      down.trickle();
    },
    heal() {
      // What was swallowed is lost, so this one can only end.
      if (isHalfOpen) return reset();
      up.heal();
      down.heal();
    },
  };
}
