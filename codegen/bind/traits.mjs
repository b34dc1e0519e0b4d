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
 * A trait of the port that no key of a manifest decides.
 *
 * @param {import('../core.mjs').Core} core
 * @param {Record<string, boolean>} traits
 */
export function findUnknownTraits(core, traits) {
  return core.traitNames
    .filter((trait) => !Object.hasOwn(traits, trait))
    .map((trait) => ({
      place: placeOf(core, core.port),
      message: `no key of a platform.json decides the trait "${trait}": there are ${Object.keys(traits).join(', ')}.`,
    }));
}

/**
 * Decides what is known at build time.
 *
 * @param {import('../core.mjs').Core} core
 * @param {Record<string, boolean>} traits
 * @param {import('./presence.mjs').Presence} isPresent
 */
export function evaluator(core, traits, isPresent) {
  const uses = new Set(core.uses.get(core.traits));

  /**
   * The value of an expression, where the traits and what is known of the host decide it.
   *
   * @param {ts.Expression} node
   * @returns {boolean | undefined}
   */
  return function evaluate(node) {
    if (ts.isParenthesizedExpression(node)) return evaluate(node.expression);
    if (ts.isPropertyAccessExpression(node)) {
      const isTrait = ts.isIdentifier(node.expression) && uses.has(node.expression);
      return isTrait ? traits[node.name.text] : isPresent(node);
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ExclamationToken) {
      const operand = evaluate(node.operand);
      return operand === undefined ? undefined : !operand;
    }
    if (!ts.isBinaryExpression(node)) return undefined;
    const kind = node.operatorToken.kind;
    if (kind !== AmpersandAmpersandToken && kind !== BarBarToken) return isPresent(node);
    const deciding = kind === BarBarToken;
    const left = evaluate(node.left);
    const right = evaluate(node.right);
    if (left === deciding || (right === deciding && isPure(core, node.left))) return deciding;
    return left === !deciding ? right : undefined;
  };
}

/**
 * Whether leaving an expression out changes nothing else.
 *
 * @param {import('../core.mjs').Core} core
 * @param {ts.Node} node
 * @returns {boolean}
 */
export function isPure(core, node) {
  if (ts.isCallExpression(node) && core.uses.get(core.host)?.includes(/** @type {any} */ (node.expression)))
    return true;
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
  return !ts.forEachChild(node, (child) => !isPure(core, child));
}
