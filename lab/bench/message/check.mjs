// @ts-check
/** Whether the messages of a measurement really went through. */
import { verifyEqual } from '../check.mjs';

/**
 * @param {string} who
 * @param {{ expected: number, arrived: number, last: unknown, message: unknown }} seen
 */
export function verifyMessages(who, { expected, arrived, last, message }) {
  verifyEqual(`${who}: messages that came through`, arrived, expected);
  verifyEqual(`${who}: the last message`, last, message);
}

/** @param {string} who @param {number} sockets @param {number} opened */
export function verifyOneLink(who, sockets, opened) {
  verifyEqual(`${who}: sockets made`, sockets, 1);
  verifyEqual(`${who}: opened`, opened, 1);
}
