// @ts-check
/** Holds what an engine printed against what it must have seen. */
import { expectedOn } from './expected.mjs';

/**
 * @typedef {{ passed: number, total: number, mistakes: string[] }} Verdict
 *
 * @param {import('./program.mjs').Subject[]} subjects
 * @param {string} output one line of JSON per check
 * @returns {Verdict}
 */
export function judge(subjects, output) {
  const printed = new Map();
  /** @type {string[]} */
  const mistakes = [];
  for (const line of output.split('\n').filter((text) => text.trim() !== '')) {
    const { story, check, saw } = readLine(line);
    if (saw && !printed.has(`${story}: ${check}`)) printed.set(`${story}: ${check}`, saw);
    else mistakes.push(`printed besides its checks: ${line}`);
  }
  let passed = 0;
  let total = 0;
  for (const { story, host } of subjects) {
    for (const [check, wanted] of Object.entries(expectedOn(host))) {
      total += 1;
      const saw = printed.get(`${story}: ${check}`);
      printed.delete(`${story}: ${check}`);
      if (JSON.stringify(saw) === JSON.stringify(wanted)) passed += 1;
      else mistakes.push(`${story}: ${check}\n  wanted ${JSON.stringify(wanted)}\n  saw    ${JSON.stringify(saw)}`);
    }
  }
  for (const unknown of printed.keys()) mistakes.push(`printed a check nobody asked for: ${unknown}`);
  return { passed, total, mistakes };
}

/** @param {string} line @returns {any} */
function readLine(line) {
  try {
    return JSON.parse(line) ?? {};
  } catch {
    return {};
  }
}
