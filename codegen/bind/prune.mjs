// @ts-check
import { ts } from 'ts-morph';
import { unwrapBlock } from './unwrap.mjs';

const { AmpersandAmpersandToken, BarBarToken } = ts.SyntaxKind;

/** @typedef {(node: ts.Expression) => boolean | undefined} Evaluate */

/**
 * Removes what a platform's traits rule out, and writes the traits that remain as literals.
 *
 * @param {import('../draft.mjs').Draft} draft
 * @param {Evaluate} evaluate
 */
export function prune(draft, evaluate) {
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIfStatement(node)) return pruneIf(draft, evaluate, node, visit);
    if (ts.isConditionalExpression(node)) return pruneConditional(draft, evaluate, node, visit);
    if (ts.isExpressionStatement(node) && evaluate(node.expression) !== undefined) return removeStatement(draft, node);
    if (ts.isExpression(node)) {
      const value = evaluate(node);
      if (value !== undefined) return draft.settle(node, String(value));
    }
    if (ts.isBinaryExpression(node)) return pruneLogical(draft, evaluate, node, visit);
    if (isStatementList(node)) return pruneStatements(draft, evaluate, node, visit);
    ts.forEachChild(node, visit);
  };
  visit(draft.file);
}

/** @typedef {(node: ts.Node) => void} Visit */

/**
 * @param {import('../draft.mjs').Draft} draft
 * @param {Evaluate} evaluate
 * @param {ts.IfStatement} node
 * @param {Visit} visit
 */
function pruneIf(draft, evaluate, node, visit) {
  const value = evaluate(node.expression);
  if (value === undefined) return ts.forEachChild(node, visit);
  const kept = value ? node.thenStatement : node.elseStatement;
  if (!kept) return removeStatement(draft, node);
  if (ts.isBlock(kept) && isStatementList(node.parent) && unwrapBlock(draft, node, kept)) {
    return pruneStatements(draft, evaluate, kept, visit);
  }
  draft.remove(node.getStart(draft.file), kept.getStart(draft.file));
  draft.remove(kept.end, node.end);
  visit(kept);
}

/**
 * Removes a statement, or leaves an empty one where the grammar wants one.
 *
 * @param {import('../draft.mjs').Draft} draft
 * @param {ts.Statement} node
 */
function removeStatement(draft, node) {
  const { parent } = node;
  if (isStatementList(parent)) draft.removeLines(node);
  else if (ts.isIfStatement(parent) && parent.elseStatement === node) draft.remove(parent.thenStatement.end, node.end);
  else draft.replace(node, '{}');
}

/**
 * A statement after one that the traits made leave for certain is never reached.
 *
 * @param {import('../draft.mjs').Draft} draft
 * @param {Evaluate} evaluate
 * @param {ts.Block | ts.SourceFile | ts.CaseOrDefaultClause} list
 * @param {Visit} visit
 */
function pruneStatements(draft, evaluate, list, visit) {
  let isOver = false;
  for (const statement of list.statements) {
    if (isOver && !ts.isFunctionDeclaration(statement)) draft.removeLines(statement);
    else visit(statement);
    isOver ||= ts.isIfStatement(statement) && leaves(evaluate, statement);
  }
}

/**
 * @param {Evaluate} evaluate
 * @param {ts.Statement | undefined} statement
 * @returns {boolean}
 */
function leaves(evaluate, statement) {
  if (!statement) return false;
  if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return true;
  if (ts.isBlock(statement)) return statement.statements.some((inner) => leaves(evaluate, inner));
  if (!ts.isIfStatement(statement)) return false;
  const value = evaluate(statement.expression);
  if (value !== undefined) return leaves(evaluate, value ? statement.thenStatement : statement.elseStatement);
  return leaves(evaluate, statement.thenStatement) && leaves(evaluate, statement.elseStatement);
}

/**
 * @param {import('../draft.mjs').Draft} draft
 * @param {Evaluate} evaluate
 * @param {ts.ConditionalExpression} node
 * @param {Visit} visit
 */
function pruneConditional(draft, evaluate, node, visit) {
  const value = evaluate(node.condition);
  if (value === undefined) return ts.forEachChild(node, visit);
  keep(draft, node, value ? node.whenTrue : node.whenFalse, visit);
}

/**
 * `true && x` is x, and so is `x && true` where only its truth is asked for.
 *
 * @param {import('../draft.mjs').Draft} draft
 * @param {Evaluate} evaluate
 * @param {ts.BinaryExpression} node
 * @param {Visit} visit
 */
function pruneLogical(draft, evaluate, node, visit) {
  const { kind } = node.operatorToken;
  const neutral = kind === AmpersandAmpersandToken ? true : kind === BarBarToken ? false : undefined;
  if (neutral !== undefined) {
    if (evaluate(node.left) === neutral) return keep(draft, node, node.right, visit);
    if (evaluate(node.right) === neutral && isTruthOnly(node)) return keep(draft, node, node.left, visit);
  }
  ts.forEachChild(node, visit);
}

/**
 * @param {import('../draft.mjs').Draft} draft
 * @param {ts.Node} node
 * @param {ts.Node} kept
 * @param {Visit} visit
 */
function keep(draft, node, kept, visit) {
  draft.remove(node.getStart(draft.file), kept.getStart(draft.file));
  draft.remove(kept.end, node.end);
  visit(kept);
}

/**
 * @param {ts.Expression} node
 * @returns {boolean}
 */
function isTruthOnly(node) {
  const { parent } = node;
  if (ts.isIfStatement(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isParenthesizedExpression(parent)) return isTruthOnly(parent);
  return false;
}

/**
 * @param {ts.Node} node
 * @returns {node is ts.Block | ts.SourceFile | ts.CaseOrDefaultClause}
 */
function isStatementList(node) {
  return ts.isBlock(node) || ts.isSourceFile(node) || ts.isCaseOrDefaultClause(node);
}
