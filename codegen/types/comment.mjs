// @ts-check
import { ts } from 'ts-morph';

/**
 * The documentation of a symbol as a comment above it, or nothing.
 *
 * @param {ts.Symbol} symbol
 * @param {ts.TypeChecker} checker
 * @param {string} indent
 */
export function docComment(symbol, checker, indent) {
  const lines = ts.displayPartsToString(symbol.getDocumentationComment(checker)).split('\n');
  for (const tag of symbol.getJsDocTags(checker)) {
    lines.push(`@${tag.name} ${ts.displayPartsToString(tag.text)}`.trimEnd());
  }
  const text = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  if (text.length === 0) return '';
  const safe = text.map((line) => line.replaceAll('*/', '*\\/'));
  if (safe.length === 1) return `${indent}/** ${safe[0]} */\n`;
  return `${indent}/**\n${safe.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}
