// @ts-check
import { ts } from 'ts-morph';
import { nameOf, placeOf } from '../core.mjs';
import { isTested } from './tested.mjs';

const BARE =
  'the host cannot be followed here: write host.method(…) or test host.method, and never store, pass or unpack the host.';
const COMPUTED = 'a computed member of the host cannot be followed: write the name, host.method(…).';
const WRITTEN = 'the host belongs to the application: do not change it.';
const TORN =
  'a method read off its host loses it: call it on the host, host.method(…), or only test it, if (host.method) ….';

/** @typedef {{ identifier: ts.Identifier, member: ts.PropertyAccessExpression }} HostUse */

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
    else uses.push({ identifier, member: /** @type {ts.PropertyAccessExpression} */ (identifier.parent) });
  }
  return { uses, problems };
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {ts.Identifier} identifier
 */
function isDeclaration(core, identifier) {
  const { parent } = identifier;
  return ts.isImportSpecifier(parent) || (ts.isVariableDeclaration(parent) && parent.getSourceFile() === core.port);
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
    return 'the host is imported by its name: write import { host } and host.method(…).';
  }
  if (ts.isElementAccessExpression(parent) && parent.expression === identifier) return COMPUTED;
  if (!ts.isPropertyAccessExpression(parent)) return BARE;
  if (isWritten(parent)) return WRITTEN;
  if (!isCallable(core, parent)) return undefined;
  const callee = ts.isNonNullExpression(parent.parent) ? parent.parent : parent;
  if (ts.isCallExpression(callee.parent) && callee.parent.expression === callee) {
    return parent.questionDotToken || callee.parent.questionDotToken
      ? 'an optional call reads the method off its host in ES5: write if (host.method) host.method(…).'
      : undefined;
  }
  return isTested(parent) ? undefined : TORN;
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

/**
 * Puts the platform's own expression in the place of the host.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {Map<ts.SourceFile, import('../draft.mjs').Draft>} drafts
 * @param {HostUse[]} uses
 */
export function bindHost(core, platform, drafts, uses) {
  /** @type {import('../problems.mjs').Problem[]} */
  const problems = [];
  for (const { identifier } of uses) {
    const draft = drafts.get(identifier.getSourceFile());
    if (!draft?.isLive(identifier)) continue;
    const captor = platform.manifest.global && captorOf(core, identifier, platform.manifest.global);
    if (captor) {
      const message = `"${platform.host}" is the host's global on ${platform.manifest.title.en}, and this line would get the one declared at ${captor}: rename that one.`;
      problems.push({ place: placeOf(core, identifier), message });
    }
    draft.replace(identifier, platform.host);
  }
  return problems;
}

/**
 * The declaration in the core that would capture a global at this place.
 *
 * @param {import('../core.mjs').Core} core
 * @param {ts.Identifier} identifier
 * @param {string} global
 */
function captorOf(core, identifier, global) {
  const symbol = core.checker
    .getSymbolsInScope(identifier, ts.SymbolFlags.Value | ts.SymbolFlags.Alias)
    .find((candidate) => candidate.name === global);
  const declaration = symbol?.declarations?.find((candidate) => core.files.includes(candidate.getSourceFile()));
  if (!declaration) return undefined;
  const { file, line } = placeOf(core, nameOf(declaration) ?? declaration);
  return `${file}:${line}`;
}
