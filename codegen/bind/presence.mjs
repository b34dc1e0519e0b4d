// @ts-check
import { ts } from 'ts-morph';
import { isTested } from './tested.mjs';

const { EqualsEqualsToken, EqualsEqualsEqualsToken, ExclamationEqualsToken, ExclamationEqualsEqualsToken } =
  ts.SyntaxKind;
const EQUAL = new Set([EqualsEqualsToken, EqualsEqualsEqualsToken]);
const UNEQUAL = new Set([ExclamationEqualsToken, ExclamationEqualsEqualsToken]);

/** @typedef {(node: ts.PropertyAccessExpression | ts.BinaryExpression) => boolean | undefined} Presence */

/**
 * Decides a test of an optional method of the host, where it is known at build time whether the host has it: as
 * `host(options).method`, `typeof host(options).method === 'function'` or `host(options).method !== undefined`.
 *
 * @param {import('./host.mjs').HostUse[]} uses
 * @param {(name: string) => boolean | undefined} hasMethod
 * @returns {Presence}
 */
export function presenceIn(uses, hasMethod) {
  const members = new Set(uses.map(({ member }) => member));

  /** @param {ts.Node} node */
  const memberFact = (node) =>
    ts.isPropertyAccessExpression(node) && members.has(node) ? hasMethod(node.name.text) : undefined;

  return (node) => {
    if (ts.isPropertyAccessExpression(node)) return isAskedAlone(node) ? memberFact(node) : undefined;
    const { left, right, operatorToken } = node;
    const isEqual = EQUAL.has(operatorToken.kind);
    if (!isEqual && !UNEQUAL.has(operatorToken.kind)) return undefined;
    if (ts.isTypeOfExpression(left) && ts.isStringLiteral(right)) {
      const fact = memberFact(left.expression);
      return fact === undefined ? undefined : (right.text === (fact ? 'function' : 'undefined')) === isEqual;
    }
    if (!ts.isIdentifier(right) || right.text !== 'undefined') return undefined;
    const fact = memberFact(left);
    return fact === undefined ? undefined : fact !== isEqual;
  };
}

/**
 * Whether the truth of a method is asked for, and not its type or a comparison.
 *
 * @param {ts.PropertyAccessExpression} node
 */
function isAskedAlone(node) {
  const { parent } = node;
  if (ts.isTypeOfExpression(parent)) return false;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    if (EQUAL.has(kind) || UNEQUAL.has(kind)) return false;
  }
  return isTested(node);
}
