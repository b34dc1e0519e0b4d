// @ts-check
/**
 * One direction of a proxied link: bytes from one socket to another, as the path of the moment lets them through.
 *
 * @typedef {import('node:net').Socket} Socket
 * @typedef {ReturnType<typeof createFlow>} Flow
 *
 * @param {Socket} from
 * @param {Socket} to
 */
export function createFlow(from, to) {
  /** Bytes that wait for their turn; whatever lets them go takes the oldest, so they cannot overtake. @type {Buffer[]} */
  let waiting = [];
  let isOver = false;
  let isTrickling = false;
  /** @type {(chunk: Buffer) => void} */
  let way = pass;

  from.on('data', (chunk) => way(chunk));
  from.on('end', () => {
    isOver = true;
    if (way !== swallow) letGo(0);
  });

  /** @param {Buffer} chunk */
  function pass(chunk) {
    to.write(chunk);
  }

  /** For good: what goes on after a gap is no WebSocket any more. */
  function swallow() {}

  /** @param {(chunk: Buffer) => void} next */
  function turn(next) {
    if (way !== swallow) way = next;
  }

  /** Passes on the oldest of what waits, and the end once nothing is left. */
  function letGo(count = 1) {
    for (const chunk of waiting.splice(0, count)) to.write(chunk);
    if (isOver && waiting.length === 0) to.end();
  }

  /** One byte in each turn of the event loop, so that the other side reads them one by one. */
  function trickle() {
    isTrickling = waiting.length > 0;
    if (!isTrickling) return;
    setImmediate(() => {
      letGo();
      trickle();
    });
  }

  return {
    /** Nothing is read any more; what the sender still writes piles up in front of the proxy. */
    stall: () => void from.pause(),
    /** Everything is read and thrown away. */
    swallow() {
      waiting = [];
      way = swallow;
    },
    /** Everything arrives that much later. @param {number} ms */
    delay(ms) {
      turn((chunk) => {
        waiting.push(chunk);
        setTimeout(letGo, ms);
      });
    },
    /** Everything arrives a byte at a time. */
    trickle() {
      turn((chunk) => {
        for (const byte of chunk) waiting.push(Buffer.of(byte));
        if (!isTrickling) trickle();
      });
    },
    /** Of what comes next all but the last byte arrives, and then the end: inside a frame, wherever frames begin. */
    cut() {
      turn((chunk) => {
        letGo(waiting.length);
        to.end(chunk.subarray(0, -1));
        from.destroy();
        way = swallow;
      });
    },
    /** Whatever waited arrives, and everything passes again. */
    heal() {
      turn(pass);
      letGo(waiting.length);
      from.resume();
    },
  };
}
