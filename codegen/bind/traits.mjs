// @ts-check
import { ts } from 'ts-morph';
import { placeOf } from '../core.mjs';

const { AmpersandAmpersandToken, BarBarToken, ExclamationToken } = ts.SyntaxKind;

/**
 * Finds uses of `traits` other than `traits.<name>`, which could not become a literal.
 *
 * @param {import('../core.mjs').Core} core
 */
export function findTraitMistakes(core) {
  return (core.uses.get(core.traits) ?? [])
    .filter(({ parent }) => !ts.isImportSpecifier(parent) && parent !== core.traits.valueDeclaration)
    .filter((identifier) => {
      const { parent } = identifier;
      return !(ts.isPropertyAccessExpression(parent) && parent.expression === identifier);
    })
    .map((identifier) => ({
      place: placeOf(core, identifier),
      message: 'a trait is known at build time only when it is written out: use traits.<name>.',
    }));
}

/**
 * Decides what is known at build time.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 */
export function traitEvaluator(core, platform) {
  const uses = new Set(core.uses.get(core.traits));

  /**
   * The value of an expression, where the traits alone decide it.
   *
   * @param {ts.Expression} node
   * @returns {boolean | undefined}
   */
  return function evaluate(node) {
    if (ts.isParenthesizedExpression(node)) return evaluate(node.expression);
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && uses.has(node.expression)) {
      return platform.manifest.traits[node.name.text];
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ExclamationToken) {
      const operand = evaluate(node.operand);
      return operand === undefined ? undefined : !operand;
    }
    if (!ts.isBinaryExpression(node)) return undefined;
    const kind = node.operatorToken.kind;
    if (kind !== AmpersandAmpersandToken && kind !== BarBarToken) return undefined;
    const deciding = kind === BarBarToken;
    const left = evaluate(node.left);
    const right = evaluate(node.right);
    if (left === deciding || (right === deciding && isPure(node.left))) return deciding;
    return left === !deciding ? right : undefined;
  };
}

/**
 * Whether leaving an expression out changes nothing else.
 *
 * @param {ts.Node} node
 * @returns {boolean}
 */
function isPure(node) {
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isPostfixUnaryExpression(node)) return false;
  if (ts.isDeleteExpression(node) || ts.isTaggedTemplateExpression(node)) return false;
  if (ts.isFunctionExpression(node) || ts.isArrowFunction(node)) return true;
  if (ts.isPrefixUnaryExpression(node)) {
    const changes = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    if (changes) return false;
  }
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) return false;
  }
  return !ts.forEachChild(node, (child) => !isPure(child));
}
