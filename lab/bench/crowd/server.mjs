// @ts-check
/**
 * A server that is gone for a while and then accepts so many connections a second. Those who come meanwhile wait in a
 * listen queue; who finds it full gets no answer, and gives up when its own patience ends.
 *
 * @typedef {{ goneFor: number, perSecond: number, queueMs: number, roundTrip: [number, number] }} ServerOptions
 * `queueMs`: the listen queue holds what the server accepts in this time. `roundTrip`: between which limits the way to
 * the server and back lies, another for each client. All in milliseconds but `perSecond`
 */
const REFUSED = -1;
const UNANSWERED = -2;

/** @param {ServerOptions} options */
export function createServer({ goneFor, perSecond, queueMs }) {
  const service = 1000 / perSecond;
  let freeAt = goneFor;
  return {
    REFUSED,
    UNANSWERED,
    /** @param {number} now @returns {number} milliseconds until the server has accepted, or how it failed */
    arrive(now) {
      if (now < goneFor) return REFUSED;
      const wait = Math.max(0, freeAt - now);
      if (wait > queueMs) return UNANSWERED;
      freeAt = now + wait + service;
      return wait + service;
    },
  };
}
