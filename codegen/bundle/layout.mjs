// @ts-check
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import MagicString from 'magic-string';
import ts from 'typescript';

const MARK = '//:blank';
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * TypeScript drops blank lines and the comments of overloads. Blank lines survive as comments, which `restoreLayout`
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
 * Gives bundled code the blank lines and the format of the core.
 *
 * @param {string} code
 * @param {'js' | 'ts'} language
 */
export function restoreLayout(code, language) {
  const spaced = code
    .replace(new RegExp(`^[ \\t]*${MARK}$`, 'gm'), '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(\/\*\*.*\*\/|.*[^/]\*\/)\n(?=\/\*\*)/gm, '$1\n\n');
  // A trailing comma after an argument is no ES5.
  const flags = ['--trailing-commas=es5', `--config-path=${root}`, `--stdin-file-path=bundle.${language}`];
  const result = spawnSync(process.execPath, [biome, 'format', ...flags], { input: spaced, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`biome cannot format the bundle: ${result.stderr}`);
  return result.stdout;
}
