// @ts-check
/** Whether a step that took time also did its work. */
import { verify } from '../check.mjs';

/** @param {string} step @param {boolean} isThere whether what it makes is there */
export function verifyBuilt(step, isThere) {
  verify(isThere, `${step} left nothing behind`);
}

/** @param {string} step @param {string} [failure] what it ended with, if not well */
export function verifyEnded(step, failure) {
  verify(failure === undefined, `${step} failed: ${failure}`);
}

/**
 * @param {string} suite of which a file must have been run
 * @param {{ success?: boolean, numPassedTests?: number, testResults?: { name: string, status: string }[] }} report as vitest writes it
 */
export function verifyTested(suite, { success, numPassedTests = 0, testResults = [] }) {
  const failed = testResults.filter(({ status }) => status === 'failed').map(({ name }) => name.split('/').pop());
  verify(
    testResults.some(({ name }) => name.includes(`/${suite}/`)),
    `the tests: nothing was run of ${suite}`,
  );
  verify(success && numPassedTests > 0, `the tests: ${numPassedTests} passed; failed: ${failed.join(', ') || 'none'}`);
}
