// @ts-check
/**
 * Cuts at random: now one link, now for a moment every new connection.
 */
import { answering, GARBAGE, silent, UNAUTHORIZED, UNAVAILABLE } from '../faults/meet.mjs';
import { pick } from './random.mjs';
import { rhythm } from './rhythm.mjs';

/** @typedef {import('../faults/link.mjs').Link} Link */

/** Each link is struck about once in so many milliseconds. */
const PERIOD = 10_000;
/** How long no new connection becomes a WebSocket. Milliseconds. */
const CLOSED_FOR = 700;
/** How long a path stays slow or still; the second is longer than a heartbeat waits. Milliseconds. */
const SHORT = 400;
const LONG = 5000;

/** Nothing of what is still to come keeps the process alive. */
const later = (/** @type {number} */ ms, /** @type {() => void} */ work) => setTimeout(work, ms).unref();

/** @type {Record<string, (link: Link) => void>} */
const STROKES = {
  reset: (link) => link.reset(),
  'cut upward': (link) => link.up.cut(),
  'cut downward': (link) => link.down.cut(),
  'half-open': (link) => {
    link.halfOpen();
    later(LONG, link.reset);
  },
  'short stall': (link) => {
    link.stall();
    later(SHORT, link.heal);
  },
  'long stall': (link) => {
    link.stall();
    later(LONG, link.heal);
  },
  delay: (link) => {
    link.delay(SHORT / 4);
    later(LONG, link.heal);
  },
  trickle: (link) => {
    link.trickle();
    later(LONG, link.heal);
  },
};

/** @type {Record<string, import('../faults/meet.mjs').Meeting>} */
const MEETINGS = {
  'HTTP 401': answering(UNAUTHORIZED),
  'HTTP 503': answering(UNAVAILABLE),
  garbage: answering(GARBAGE),
  'no answer': (client) => {
    later(LONG, () => client.destroy());
    return silent(client);
  },
};

/**
 * @param {import('../faults/proxy.mjs').Proxy} proxy
 * @param {() => number} random
 * @param {number} size how many links there are when all is well
 * @param {(link: Link) => void} struck is told each link that is struck
 */
export function createCutter(proxy, random, size, struck) {
  /** @type {Record<string, number>} */
  const strokes = {};
  const count = (/** @type {string} */ name) => {
    strokes[name] = (strokes[name] ?? 0) + 1;
  };

  /** @type {NodeJS.Timeout | undefined} */
  let opening;

  function strike() {
    const links = [...proxy.links];
    if (links.length === 0) return;
    const name = pick(Object.keys(STROKES), random);
    const link = pick(links, random);
    count(name);
    struck(link);
    STROKES[name](link);
  }

  function closeDoors() {
    const name = pick([...Object.keys(MEETINGS), 'refuse'], random);
    count(name);
    if (name === 'refuse') proxy.refuse();
    else proxy.meet = MEETINGS[name];
    opening = later(CLOSED_FOR, openDoors);
  }

  function openDoors() {
    clearTimeout(opening);
    proxy.meet = () => true;
    if (!proxy.isListening()) void proxy.listen();
  }

  let stop = () => {};

  return {
    /** How often each thing was done. */
    strokes,
    start() {
      if (random() < 0.5) closeDoors();
      stop = rhythm(PERIOD / size, strike);
    },
    /** Cuts no more, and lets every path be well again; one that swallowed something ends. */
    rest() {
      stop();
      openDoors();
      for (const link of proxy.links) link.heal();
    },
  };
}
