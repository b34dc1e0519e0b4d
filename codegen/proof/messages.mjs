// @ts-check
import vm from 'node:vm';
import { walk } from './walk.mjs';

/** What a user who has no host, or has mistaken the options, may give. */
const MISTAKES = ['', '{}', '{ params: 5 }', '{ params: {} }', '{ params: {}, pingTimeout: -1 }'];

/**
 * Sentences that name an option which the users of a bundle do not have.
 *
 * @param {import('./prove.mjs').Bundle} bundle
 * @param {any} program
 * @returns {import('./prove.mjs').Finding[]}
 */
export function findUnknownWords({ unknown = [] }, program) {
  /** @type {import('./prove.mjs').Finding[]} */
  const findings = [];
  walk(program, (node) => {
    if (node.type !== 'Literal' || typeof node.value !== 'string' || !node.value.includes(' ')) return;
    const word = wordIn(node.value, unknown);
    if (word) findings.push({ node, message: `this text names "${word}", which users of this bundle do not have.` });
  });
  return findings;
}

/**
 * The same of what a callable bundle says where there is no host, and of mistakes in its options.
 *
 * @param {import('./prove.mjs').Bundle} bundle
 * @returns {Promise<string[]>} what is wrong
 */
export async function findUnknownAnswers({ code, isModule, isCallable, unknown = [] }) {
  if (isModule || !isCallable || unknown.length === 0) return [];
  const answers = await Promise.all(MISTAKES.map((given) => answerTo(code, given)));
  return answers.flatMap((answer) => {
    const word = wordIn(answer, unknown);
    return word ? [`its error names "${word}", which users of this bundle do not have: ${answer}`] : [];
  });
}

/**
 * The message of the error that a call brings.
 *
 * @param {string} code
 * @param {string} given the arguments of the call
 * @returns {Promise<string>}
 */
async function answerTo(code, given) {
  const context = vm.createContext({ module: { exports: {} }, setTimeout() {}, clearTimeout() {} });
  try {
    vm.runInContext(code, context);
    await vm.runInContext(`module.exports(${given})`, context);
    return '';
  } catch (error) {
    return String(/** @type {any} */ (error)?.message);
  }
}

/**
 * @param {string} text
 * @param {string[]} words
 */
function wordIn(text, words) {
  return words.find((word) => new RegExp(`(^|[^\\w.])${word}(?!\\w)`).test(text));
}
