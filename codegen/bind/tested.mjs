// @ts-check
import { ts } from 'ts-morph';

const COMPARISONS = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/**
 * Whether an expression is only asked whether it is there: its value goes nowhere else.
 *
 * @param {ts.Expression} expression
 * @returns {boolean}
 */
export function isTested(expression) {
  const { parent } = expression;
  if (ts.isTypeOfExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === expression;
  if (ts.isConditionalExpression(parent) && parent.condition === expression) return true;
  if (ts.isParenthesizedExpression(parent)) return isTested(parent);
  if (!ts.isBinaryExpression(parent)) return false;
  if (COMPARISONS.has(parent.operatorToken.kind)) return true;
  const isLeft = parent.left === expression;
  if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return isLeft || isTested(parent);
  return parent.operatorToken.kind === ts.SyntaxKind.BarBarToken && isTested(parent);
}
