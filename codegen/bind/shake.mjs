// @ts-check
import { ts } from 'ts-morph';
import { isShakeable, reach } from './reach.mjs';

/** @typedef {Map<ts.SourceFile, import('../draft.mjs').Draft>} Drafts */

/**
 * Removes the declarations at the top of a file that nothing of this program uses any more.
 *
 * @param {import('../core.mjs').Core} core
 * @param {Drafts} drafts
 * @param {ts.SourceFile[]} entries
 * @param {string[]} [types] of the port that are needed besides
 */
export function shake(core, drafts, entries, types) {
  const needed = reach(core, entries, (node) => Boolean(drafts.get(node.getSourceFile())?.isLive(node)), types);
  for (const [file, draft] of drafts) {
    for (const statement of file.statements) {
      if (!draft.isLive(statement) || needed.statements.has(statement)) continue;
      if (isShakeable(statement) || !needed.files.has(file)) draft.removeLines(statement);
    }
  }
}

/**
 * Removes the imports of what a file does not use any more.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../draft.mjs').Draft} draft
 */
export function shakeImports(core, draft) {
  for (const statement of draft.file.statements) {
    if (!ts.isImportDeclaration(statement) || !statement.importClause) continue;
    const { name, namedBindings } = statement.importClause;
    const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
    const isNameUsed = name ? isUsed(core, draft, name) : false;
    const used = named.filter((specifier) => isUsed(core, draft, specifier.name));
    if (namedBindings && ts.isNamespaceImport(namedBindings)) continue;
    if (!isNameUsed && used.length === 0) draft.removeLines(statement);
    else if (namedBindings && used.length < named.length) {
      const list = used.map((specifier) => specifier.getText(draft.file)).join(', ');
      draft.replace(namedBindings, `{ ${list} }`);
    }
  }
}

/**
 * Whether an imported name is still used in its file; what codegen puts something in the place of is not.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../draft.mjs').Draft} draft
 * @param {ts.Identifier} name
 */
function isUsed(core, draft, name) {
  const local = core.checker.getSymbolAtLocation(name);
  const symbol = local && local.flags & ts.SymbolFlags.Alias ? core.checker.getAliasedSymbol(local) : local;
  if (!symbol || symbol === core.host || symbol === core.traits) return false;
  return (core.uses.get(symbol) ?? []).some(
    (identifier) =>
      identifier.getSourceFile() === draft.file &&
      identifier.text === name.text &&
      !ts.isImportSpecifier(identifier.parent) &&
      !ts.isImportClause(identifier.parent) &&
      draft.isLive(identifier),
  );
}
