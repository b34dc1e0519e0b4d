// @ts-check
/** Whether a simulation adds up, and whether its policies are those of the libraries. */
import { verify, verifyEqual } from '../check.mjs';

/**
 * Nobody is counted twice, and the server never accepted more than it can. Whether all came back is the policy's affair.
 *
 * @param {string} name
 * @param {import('./simulate.mjs').Outcome} outcome
 * @param {import('./simulate.mjs').Crowd} crowd
 */
export function verifyOutcome(name, { accepted, refused, unanswered, attempts, backAt }, { clients, server }) {
  const back = backAt.filter((at) => at > 0);
  verifyEqual(`${name}: clients that are back`, back.length, accepted);
  verifyEqual(`${name}: attempts by their end`, accepted + refused + unanswered, attempts);
  verify(attempts >= clients, `${name}: ${attempts} attempts of ${clients} clients`);
  let last = 0;
  for (const at of back) {
    verify(at > server.goneFor, `${name}: a client is back at ${at} ms, before the server`);
    if (at > last) last = at;
  }
  const capacity = ((last - server.goneFor) / 1000) * server.perSecond;
  verify(accepted <= capacity + 1, `${name}: ${accepted} accepted, but the server can do ${capacity}`);
}

/** @param {string} name @param {number[]} seen @param {number[]} expected */
export function verifyPauses(name, seen, expected) {
  const isSame = seen.length === expected.length && expected.every((ms, index) => isClose(ms, seen[index]));
  verify(isSame, `${name}: the library pauses ${seen.join(', ')} ms, the simulation ${expected.join(', ')} ms`);
}

/**
 * @param {string} name
 * @param {{ patience: number, untilNext: number }} seen
 * @param {{ patience: number, pause: number }} expected
 */
export function verifyPatience(name, { patience, untilNext }, expected) {
  const isSame = isClose(patience, expected.patience);
  verify(
    isSame,
    `${name}: an attempt without answer ends after ${patience} ms, in the simulation ${expected.patience} ms`,
  );
  const then = expected.patience + expected.pause;
  verify(isClose(untilNext, then), `${name}: the next attempt is after ${untilNext} ms, in the simulation ${then} ms`);
}

/** @param {number} one @param {number} other milliseconds */
function isClose(one, other) {
  return Math.abs(one - other) < 0.01;
}
