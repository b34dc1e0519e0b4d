// @ts-check
/**
 * Holds the policies of the simulation against the libraries themselves.
 */
import { bundleLibrary } from '../library.mjs';
import { peers, reference } from '../subjects/index.mjs';
import { websocketTs } from '../subjects/websocket-ts.mjs';
import { patienceOf, pausesOf } from './behaviour.mjs';
import { verifyPatience, verifyPauses } from './check.mjs';
import { ownDefault, peerPolicies } from './policies.mjs';

const ATTEMPTS = 12;

/** For reconnecting-websocket, which draws its jitter when it loads. */
const RANDOM = 0.25;

/** Its other backoff, in the place of the one that its subject uses. @type {import('../subjects/index.mjs').Subject} */
const websocketTsExponential = {
  ...websocketTs,
  imports: `import { ArrayQueue, ExponentialBackoff, WebsocketBuilder } from 'websocket-ts';`,
  uses: `{ ArrayQueue, WebsocketBuilder, ConstantBackoff: function () { return new ExponentialBackoff(1000, 6); } }`,
};

export async function verifyPublished() {
  const subjects = [reference, ...peers, websocketTsExponential];
  const policies = [ownDefault, ...peerPolicies];
  for (const [index, subject] of subjects.entries()) await verifyPolicy(policies[index], subject);
}

/** @param {import('./policies.mjs').Policy} policy @param {import('../subjects/index.mjs').Subject} subject */
export async function verifyPolicy({ name, connectTimeout, create }, subject) {
  const pause = create(() => RANDOM, 1);
  const expected = Array.from({ length: ATTEMPTS }, (_, attempt) => pause(attempt + 1, 0));
  const text = await bundleLibrary(subject);
  verifyPauses(name, await pausesOf(subject, text, { attempts: ATTEMPTS, random: RANDOM }), expected);
  const patience = await patienceOf(subject, text, { random: RANDOM });
  verifyPatience(name, patience, { patience: connectTimeout, pause: expected[1] });
}
