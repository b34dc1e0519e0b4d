// @ts-check
/**
 * When each library tries again, as published, and how long it waits for one attempt. `published.mjs` holds these
 * against the libraries themselves.
 *
 * @typedef {(attempt: number, client: number) => number} Pause milliseconds before an attempt; attempts count from 1
 * @typedef {{
 *   name: string, connectTimeout: number, create: (random: () => number, clients: number) => Pause,
 * }} Policy
 */

/** What a WeChat host allows one attempt where the library sets no bound. Source: WX-D, networkTimeout. */
export const HOST_TIMEOUT = 60000;

/** The bound on an attempt of mde-websocket, its default. */
const OWN_TIMEOUT = 10000;

/** @param {number} ms */
const constant = (ms) => () => () => ms;

/** @type {Policy} */
export const ownDefault = {
  name: 'mde-websocket, default (2 s)',
  connectTimeout: OWN_TIMEOUT,
  create: constant(2000),
};

/**
 * The shipped function itself, with the simulation's randomness in place of `Math.random`.
 *
 * @param {(random: () => number) => (options?: object) => (context: { attempt: number }) => number} loadBackoff
 * @param {object} options
 * @param {string} name
 * @returns {Policy}
 */
export function ownBackoff(loadBackoff, options, name) {
  return {
    name,
    connectTimeout: OWN_TIMEOUT,
    create(random) {
      const pause = loadBackoff(random)(options);
      const context = { attempt: 0 };
      return (attempt) => {
        context.attempt = attempt;
        return pause(context);
      };
    },
  };
}

/** @type {Policy} */
const heartbeatMiniprogram = {
  name: 'websocket-heartbeat-miniprogram',
  connectTimeout: HOST_TIMEOUT,
  create: constant(2000),
};

/** Its jitter is drawn when the module loads: once for each client. @type {Policy} */
const reconnectingWebsocket = {
  name: 'reconnecting-websocket',
  connectTimeout: 4000,
  create(random, clients) {
    const least = Float64Array.from({ length: clients }, () => 1000 + random() * 4000);
    return (attempt, client) => Math.min(10000, least[client] * 1.3 ** (attempt - 1));
  },
};

/** @type {Policy} */
const partysocket = {
  name: 'partysocket',
  connectTimeout: 4000,
  create: () => (attempt) => Math.min(10000, 3000 * 1.3 ** (attempt - 1)),
};

/** The first backoff of its README. @type {Policy} */
const websocketTsConstant = {
  name: 'websocket-ts, ConstantBackoff(1000)',
  connectTimeout: HOST_TIMEOUT,
  create: constant(1000),
};

/** The exponential one of its README. Its first pause is twice the base. @type {Policy} */
const websocketTsExponential = {
  name: 'websocket-ts, ExponentialBackoff(1000, 6)',
  connectTimeout: HOST_TIMEOUT,
  create: () => (attempt) => 1000 * 2 ** Math.min(attempt, 6),
};

export const peerPolicies = [
  heartbeatMiniprogram,
  reconnectingWebsocket,
  partysocket,
  websocketTsConstant,
  websocketTsExponential,
];
