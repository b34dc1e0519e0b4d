// @ts-check
/** Whether a link that is said to be back carries messages, and one that is not is really dead. */
import { verify, verifyEqual } from '../check.mjs';

/**
 * @param {string} who
 * @param {{ recoverMs: number, answers: boolean, links: number, mustRecover: boolean }} seen
 */
export function verifyRecovery(who, { recoverMs, answers, links, mustRecover }) {
  const isBack = Number.isFinite(recoverMs);
  verify(isBack || !mustRecover, `${who}: the link did not come back`);
  verifyEqual(`${who}: back, and answering`, answers, isBack);
  if (isBack) verify(links >= 2, `${who}: back on the link that was to be lost`);
}
