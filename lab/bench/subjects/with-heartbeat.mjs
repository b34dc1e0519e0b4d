// @ts-check
/**
 * A peer without a heartbeat, and around it the one that applications write: every message sets the timer of the next
 * ping anew, and a pong that does not come drops the link. The same waits as everybody's.
 */
const PING_TIMEOUT = 15000;
const PONG_TIMEOUT = 10000;

/** @param {import('./index.mjs').Subject} subject @returns {import('./index.mjs').Subject} */
export function withHeartbeat(subject) {
  return {
    ...subject,
    name: `${subject.name} + heartbeat`,
    hasHeartbeat: true,
    async connect(library, world) {
      const { setTimeout, clearTimeout } = world.timers;
      /** @type {any} */
      let pingTimer;
      /** @type {any} */
      let pongTimer;
      const stop = () => {
        clearTimeout(pingTimer);
        clearTimeout(pongTimer);
      };
      const seen = () => {
        stop();
        pingTimer = setTimeout(() => {
          connection.send('heartbeat');
          pongTimer = setTimeout(() => connection.drop?.(), PONG_TIMEOUT);
        }, PING_TIMEOUT);
      };
      const on = {
        open: (/** @type {any} */ event) => {
          seen();
          world.on.open(event);
        },
        message: (/** @type {any} */ data) => {
          seen();
          world.on.message(data);
        },
        close: (/** @type {any} */ event) => {
          stop();
          world.on.close(event);
        },
      };
      const connection = await subject.connect(library, { ...world, on });
      return connection;
    },
  };
}
