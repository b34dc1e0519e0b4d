// @ts-check
// Prints "N passed, N failed" from a vitest JSON report; fails when it is missing, empty or has failures.
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
try {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const { numPassedTests, numFailedTests, numPendingTests } = report;
  const skipped = numPendingTests ? `, ${numPendingTests} skipped` : '';
  console.log(`${numPassedTests} passed, ${numFailedTests} failed${skipped}`);
  if (!report.success || numPassedTests === 0) process.exitCode = 1;
} catch (error) {
  console.log(`No test report at ${file}: ${/** @type {Error} */ (error).message}`);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
