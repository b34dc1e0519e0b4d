// @ts-check
import MagicString from 'magic-string';
import ts from 'typescript';

const MARK = '//:blank';

/**
 * TypeScript drops blank lines and the comments of overloads. Blank lines survive as comments, which `restoreBlankLines`
 * turns back; the comment of the first overload becomes that of the implementation.
 *
 * @param {string} code
 */
export function keepLayout(code) {
  const file = ts.createSourceFile('file.ts', code, ts.ScriptTarget.Latest, true);
  const text = new MagicString(code);
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isStatement(node)) {
      const comesAfterOverload = hideOverload(file, text, node);
      if (!comesAfterOverload) markBlankLines(file, text, node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return text.toString();
}

/**
 * @param {ts.SourceFile} file
 * @param {MagicString} text
 * @param {ts.Statement} node
 * @returns {boolean} whether the comments before the node are dealt with
 */
function hideOverload(file, text, node) {
  if (!ts.isFunctionDeclaration(node)) return false;
  const list = /** @type {ts.Block | ts.SourceFile} */ (node.parent).statements;
  const siblings = list.filter((other) => ts.isFunctionDeclaration(other) && other.name?.text === node.name?.text);
  const isFirst = siblings[0] === node;
  if (!node.body) {
    const start = isFirst ? node.getStart(file) : node.getFullStart();
    text.overwrite(start, node.end, file.text.slice(start, node.end).replace(/[^\n]+/g, ''));
  }
  return !isFirst;
}

/**
 * @param {ts.SourceFile} file
 * @param {MagicString} text
 * @param {ts.Statement} node
 */
function markBlankLines(file, text, node) {
  const start = node.getFullStart();
  const trivia = file.text.slice(start, node.getStart(file));
  for (const gap of trivia.matchAll(/\n[ \t]*(?=\n)/g)) text.appendLeft(start + gap.index + gap[0].length, MARK);
}

/**
 * Gives bundled code the blank lines of the core.
 *
 * @param {string} code
 */
export function restoreBlankLines(code) {
  return code
    .replace(new RegExp(`^[ \\t]*${MARK}$`, 'gm'), '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(\/\*\*.*\*\/|.*[^/]\*\/)\n(?=\/\*\*)/gm, '$1\n\n');
}
