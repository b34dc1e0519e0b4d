// @ts-check
/** Who loses which server: the crowds, the policies by name, and the candidates for the defaults of `backoff()`. */
import { ownBackoff, ownDefault, peerPolicies } from './policies.mjs';

/** @param {number} goneFor @returns {import('./server.mjs').ServerOptions} */
const server = (goneFor) => ({ goneFor, perSecond: 5000, queueMs: 1000, roundTrip: [20, 200] });

/** The server is gone for 30 s; to the largest crowd it needs 200 s to accept everybody. */
export const CROWDS = [10_000, 100_000, 1_000_000].map((clients) => ({ clients, server: server(30_000) }));

/** A restart that takes a second, for a crowd that the server can take in one more. */
const RESTART = { clients: 5_000, server: server(1000) };

/** On which the candidates for the defaults of `backoff()` are compared. */
export const SWEPT = [RESTART, ...CROWDS];

export const SEEDS = [1, 2, 3];

const OWN_BACKOFF = 'mde-websocket, backoff()';

export const POLICIES = [ownDefault.name, OWN_BACKOFF, ...peerPolicies.map(({ name }) => name)];

/** The shipped defaults first, then one step to each side. `{}` stands for what the package ships. */
const SETTINGS = [
  {},
  { min: 500 },
  { min: 2000 },
  { min: 4000 },
  { max: 10000 },
  { max: 20000 },
  { max: 60000 },
  { factor: 1.5 },
  { factor: 3 },
];

export const CANDIDATES = SETTINGS.map(nameOf);

/** @param {object} settings */
function nameOf(settings) {
  const inner = Object.entries(settings).map(([key, value]) => `${key}: ${value}`);
  return inner.length > 0 ? `mde-websocket, backoff({ ${inner.join(', ')} })` : OWN_BACKOFF;
}

/** @param {string} name @param {Parameters<typeof ownBackoff>[0]} loadBackoff */
export function policyNamed(name, loadBackoff) {
  const candidate = CANDIDATES.indexOf(name);
  if (candidate >= 0) return ownBackoff(loadBackoff, SETTINGS[candidate], name);
  const found = [ownDefault, ...peerPolicies].find((policy) => policy.name === name);
  if (!found) throw new RangeError(`no such policy: ${name}`);
  return found;
}
