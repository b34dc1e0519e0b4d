// @ts-check
import { ts } from 'ts-morph';

const { AmpersandAmpersandToken, BarBarToken, ExclamationToken } = ts.SyntaxKind;
const EQUAL = new Set([ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.EqualsEqualsEqualsToken]);
const UNEQUAL = new Set([ts.SyntaxKind.ExclamationEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken]);

/**
 * Whether code runs only where an expression like `wx.onAppShow` was found to be there: inside `if`, behind `&&` or
 * `?`, or after `if (!wx.onAppShow) return`.
 *
 * @param {ts.Expression} expression
 */
export function isGuarded(expression) {
  const name = expression.getText();
  /** @type {ts.Node} */
  let node = expression;
  while (node.parent) {
    const { parent } = node;
    if (ts.isIfStatement(parent)) {
      if (parent.thenStatement === node && proves(parent.expression, name, true)) return true;
      if (parent.elseStatement === node && proves(parent.expression, name, false)) return true;
    }
    if (ts.isConditionalExpression(parent)) {
      if (parent.whenTrue === node && proves(parent.condition, name, true)) return true;
      if (parent.whenFalse === node && proves(parent.condition, name, false)) return true;
    }
    if (ts.isBinaryExpression(parent) && parent.right === node) {
      const { kind } = parent.operatorToken;
      if (kind === AmpersandAmpersandToken && proves(parent.left, name, true)) return true;
      if (kind === BarBarToken && proves(parent.left, name, false)) return true;
    }
    if (ts.isBlock(parent) && isAfterExit(parent.statements, node, name)) return true;
    node = parent;
  }
  return false;
}

/**
 * @param {ts.NodeArray<ts.Statement>} statements
 * @param {ts.Node} node
 * @param {string} name
 */
function isAfterExit(statements, node, name) {
  return statements.some(
    (statement) =>
      statement.end <= node.pos &&
      ts.isIfStatement(statement) &&
      isExit(statement.thenStatement) &&
      proves(statement.expression, name, false),
  );
}

/**
 * @param {ts.Statement} statement
 * @returns {boolean}
 */
function isExit(statement) {
  if (ts.isBlock(statement)) return statement.statements.some(isExit);
  return ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isContinueStatement(statement);
}

/**
 * Whether a condition with this outcome means that the named thing is there.
 *
 * @param {ts.Expression} condition
 * @param {string} name
 * @param {boolean} outcome
 * @returns {boolean}
 */
function proves(condition, name, outcome) {
  if (ts.isParenthesizedExpression(condition)) return proves(condition.expression, name, outcome);
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ExclamationToken) {
    return proves(condition.operand, name, !outcome);
  }
  if (!ts.isBinaryExpression(condition)) return outcome && condition.getText() === name;
  const { left, right, operatorToken } = condition;
  if (operatorToken.kind === (outcome ? AmpersandAmpersandToken : BarBarToken)) {
    return proves(left, name, outcome) || proves(right, name, outcome);
  }
  if (left.getText() === `typeof ${name}`) {
    const isFunction = right.getText().slice(1, -1) === 'function';
    return (outcome === isFunction ? EQUAL : UNEQUAL).has(operatorToken.kind);
  }
  const isAbsent = right.getText() === 'undefined' || right.getText() === 'null';
  return left.getText() === name && isAbsent && (outcome ? UNEQUAL : EQUAL).has(operatorToken.kind);
}
