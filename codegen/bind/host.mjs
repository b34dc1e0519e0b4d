// @ts-check
import { ts } from 'ts-morph';
import { placeOf } from '../core.mjs';
import { isTested } from './tested.mjs';

const BARE =
  'the host cannot be followed here: write host(options).method(…) or test host(options).method, and never store, pass or unpack the host.';
const UNCALLED = 'the host is asked for where it is used: write host(options).method(…).';
const COMPUTED = 'a computed member of the host cannot be followed: write the name, host(options).method(…).';
const WRITTEN = 'the host belongs to the application: do not change it.';
const TORN =
  'a method read off its host loses it: call it on the host, host(options).method(…), or only test it, if (host(options).method) ….';
const COSTLY =
  'what host(…) is given is left out where the host is a global: give it a name or a member of one, host(task.options).';

/**
 * `host(options).member` in the core.
 *
 * @typedef {{ identifier: ts.Identifier, call: ts.CallExpression, member: ts.PropertyAccessExpression }} HostUse
 */

/**
 * Every place where the core uses its host, and what is wrong with them.
 *
 * @param {import('../core.mjs').Core} core
 */
export function findHostUses(core) {
  /** @type {HostUse[]} */
  const uses = [];
  /** @type {import('../problems.mjs').Problem[]} */
  const problems = [];
  for (const identifier of core.uses.get(core.host) ?? []) {
    if (isDeclaration(core, identifier)) continue;
    const message = mistakeIn(core, identifier);
    if (message) problems.push({ place: placeOf(core, identifier), message });
    else {
      const call = /** @type {ts.CallExpression} */ (identifier.parent);
      uses.push({ identifier, call, member: /** @type {ts.PropertyAccessExpression} */ (call.parent) });
    }
  }
  return { uses, problems };
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {ts.Identifier} identifier
 */
function isDeclaration(core, identifier) {
  const { parent } = identifier;
  return ts.isImportSpecifier(parent) || (ts.isFunctionDeclaration(parent) && parent.getSourceFile() === core.port);
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {ts.Identifier} identifier
 * @returns {string | undefined}
 */
function mistakeIn(core, identifier) {
  const { parent } = identifier;
  if (ts.isExportSpecifier(parent)) return 'the host cannot be exported again: import it where it is used.';
  if (ts.isPropertyAccessExpression(parent) && parent.name === identifier) {
    return 'the host is imported by its name: write import { host } and host(options).method(…).';
  }
  if (!ts.isCallExpression(parent) || parent.expression !== identifier) return UNCALLED;
  if (parent.arguments.length !== 1 || !isPlain(parent.arguments[0])) return COSTLY;
  const member = parent.parent;
  if (ts.isElementAccessExpression(member) && member.expression === parent) return COMPUTED;
  if (!ts.isPropertyAccessExpression(member)) return BARE;
  if (isWritten(member)) return WRITTEN;
  if (!isCallable(core, member)) return undefined;
  const callee = ts.isNonNullExpression(member.parent) ? member.parent : member;
  if (ts.isCallExpression(callee.parent) && callee.parent.expression === callee) {
    return member.questionDotToken || callee.parent.questionDotToken
      ? 'an optional call reads the method off its host in ES5: write if (host(options).method) host(options).method(…).'
      : undefined;
  }
  return isTested(member) ? undefined : TORN;
}

/**
 * Whether an expression is a name, or a member of one: leaving it out changes nothing.
 *
 * @param {ts.Expression} expression
 * @returns {boolean}
 */
function isPlain(expression) {
  if (ts.isNonNullExpression(expression) || ts.isParenthesizedExpression(expression)) {
    return isPlain(expression.expression);
  }
  if (ts.isPropertyAccessExpression(expression)) return isPlain(expression.expression);
  return ts.isIdentifier(expression) || expression.kind === ts.SyntaxKind.ThisKeyword;
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {ts.PropertyAccessExpression} member
 */
function isCallable(core, member) {
  const type = core.checker.getNonNullableType(core.checker.getTypeAtLocation(member));
  return Boolean(type.flags & ts.TypeFlags.Any) || type.getCallSignatures().length > 0;
}

/** @param {ts.PropertyAccessExpression} member */
function isWritten(member) {
  const { parent } = member;
  if (ts.isDeleteExpression(parent)) return true;
  if (!ts.isBinaryExpression(parent) || parent.left !== member) return false;
  const { kind } = parent.operatorToken;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}
