// @ts-check
/**
 * The crowd, event by event: every client has lost its link at time 0 and tries again until it is back. A client has
 * exactly one event ahead of it, its next attempt, so the calendar is a list of clients for each millisecond.
 *
 * @typedef {{ clients: number, seed: number, server: import('./server.mjs').ServerOptions }} Crowd
 * @typedef {{
 *   backAt: Float64Array, slotArrivals: Uint32Array, slotReturns: Uint32Array, attempts: number,
 *   accepted: number, refused: number, unanswered: number,
 * }} Outcome times in milliseconds from the loss, 0 for who is not back; slots are of SLOT milliseconds
 */
import { createRandom } from './random.mjs';
import { createServer } from './server.mjs';

/** Within this time all clients have noticed the loss: the server's machine says goodbye to each. Milliseconds. */
export const NOTICE = 100;

/** Arrivals are counted in slots of this many milliseconds. */
export const SLOT = 100;

/** The end of the world: who is not back by then counts as never back. Milliseconds. */
export const HORIZON = 3600 * 1000;

/** With room for those who are accepted at the very end. */
const SLOTS = HORIZON / SLOT + 100;

/**
 * @param {import('./policies.mjs').Policy} policy
 * @param {Crowd} crowd
 * @returns {Outcome}
 */
export function simulate(policy, { clients, seed, server: serverOptions }) {
  const random = createRandom(seed);
  const pause = policy.create(random, clients);
  const server = createServer(serverOptions);
  const calendar = createCalendar(clients);
  const tried = new Uint16Array(clients);
  const roundTrip = Float32Array.from({ length: clients }, () => between(serverOptions.roundTrip, random()));
  const outcome = {
    backAt: new Float64Array(clients),
    slotArrivals: new Uint32Array(SLOTS),
    slotReturns: new Uint32Array(SLOTS),
    attempts: 0,
    accepted: 0,
    refused: 0,
    unanswered: 0,
  };

  for (let client = 0; client < clients; client += 1) {
    calendar.add(client, random() * NOTICE + pause(1, client));
  }
  for (let now = 0; now < HORIZON && outcome.accepted < clients; now += 1) {
    for (let client = calendar.take(now); client >= 0; ) {
      const following = calendar.after(client);
      attempt(client, now);
      client = following;
    }
  }
  return outcome;

  /** @param {number} client @param {number} now */
  function attempt(client, now) {
    const slot = Math.floor(now / SLOT);
    outcome.attempts += 1;
    outcome.slotArrivals[slot] += 1;
    const answer = server.arrive(now);
    if (answer >= 0) {
      const at = now + answer + roundTrip[client];
      outcome.accepted += 1;
      outcome.backAt[client] = at;
      outcome.slotReturns[Math.floor(at / SLOT)] += 1;
      return;
    }
    const isRefused = answer === server.REFUSED;
    if (isRefused) outcome.refused += 1;
    else outcome.unanswered += 1;
    tried[client] += 1;
    const wasted = isRefused ? roundTrip[client] : policy.connectTimeout;
    calendar.add(client, now + wasted + pause(tried[client] + 1, client));
  }
}

/** @param {[number, number]} range @param {number} part */
function between([least, most], part) {
  return least + (most - least) * part;
}

/** Lists of clients by the millisecond of their next attempt. @param {number} clients */
function createCalendar(clients) {
  const first = new Int32Array(HORIZON + 1).fill(-1);
  const next = new Int32Array(clients);
  return {
    /** @param {number} client @param {number} at */
    add(client, at) {
      const day = Math.min(HORIZON, Math.ceil(at));
      next[client] = first[day];
      first[day] = client;
    },
    /** The first client of this millisecond, or -1. @param {number} day */
    take: (day) => first[day],
    /** The next one of the same millisecond; to be asked before the client is added anew. @param {number} client */
    after: (client) => next[client],
  };
}
