// @ts-check
import { ts } from 'ts-morph';
import { nameOf } from '../core.mjs';

/** @typedef {Map<ts.SourceFile, import('../draft.mjs').Draft>} Drafts */

/**
 * Removes what nothing of this platform's program uses any more: declarations at the top of a file, and imports.
 *
 * @param {import('../core.mjs').Core} core
 * @param {Drafts} drafts
 * @param {string[]} [types] of the port that are needed besides
 */
export function shake(core, drafts, types = []) {
  const owners = topLevelOwners(core);
  const needed = reach(core, drafts, owners, types);
  for (const [file, draft] of drafts) {
    for (const statement of file.statements) {
      if (isShakeable(statement) && draft.isLive(statement) && !needed.has(statement)) draft.removeLines(statement);
    }
  }
  for (const draft of drafts.values()) shakeImports(core, draft);
}

/**
 * Which statement declares a symbol at the top level of a file.
 *
 * @param {import('../core.mjs').Core} core
 */
function topLevelOwners(core) {
  /** @type {Map<ts.Symbol, ts.Statement[]>} */
  const owners = new Map();
  for (const symbol of core.uses.keys()) {
    if (symbol === core.host || symbol === core.traits) continue;
    const statements = (symbol.declarations ?? [])
      .map(topLevelStatement)
      .filter((statement) => statement !== undefined);
    if (statements.length > 0) owners.set(symbol, statements);
  }
  return owners;
}

/**
 * @param {ts.Declaration} declaration
 * @returns {ts.Statement | undefined}
 */
function topLevelStatement(declaration) {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const isStatement = ts.isStatement(statement) && statement.parent && ts.isSourceFile(statement.parent);
  return isStatement ? statement : undefined;
}

/**
 * Everything used, directly or not, by the entry and by statements that act when a file is loaded.
 *
 * @param {import('../core.mjs').Core} core
 * @param {Drafts} drafts
 * @param {Map<ts.Symbol, ts.Statement[]>} owners
 * @param {string[]} types
 */
function reach(core, drafts, owners, types) {
  const usedBy = liveUses(core, drafts, owners);
  const roots = core.files.flatMap((file) =>
    file.statements.filter(
      (statement) =>
        file === core.entry ||
        !isShakeable(statement) ||
        (file === core.port && types.includes(nameOf(statement)?.getText() ?? '')),
    ),
  );
  /** @type {Set<ts.Statement>} */
  const needed = new Set(roots.filter((statement) => !ts.isImportDeclaration(statement)));
  for (const statement of needed) {
    for (const used of usedBy.get(statement) ?? []) needed.add(used);
  }
  return needed;
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {Drafts} drafts
 * @param {Map<ts.Symbol, ts.Statement[]>} owners
 */
function liveUses(core, drafts, owners) {
  /** @type {Map<ts.Statement, Set<ts.Statement>>} */
  const usedBy = new Map();
  for (const [symbol, statements] of owners) {
    for (const identifier of core.uses.get(symbol) ?? []) {
      if (!drafts.get(identifier.getSourceFile())?.isLive(identifier)) continue;
      const user = enclosingStatement(identifier);
      const used = usedBy.get(user) ?? new Set();
      for (const statement of statements) used.add(statement);
      usedBy.set(user, used);
    }
  }
  return usedBy;
}

/**
 * @param {ts.Node} node
 * @returns {ts.Statement}
 */
function enclosingStatement(node) {
  let around = node;
  while (!ts.isSourceFile(around.parent)) around = around.parent;
  return /** @type {ts.Statement} */ (around);
}

/** @param {ts.Statement} statement */
function isShakeable(statement) {
  if (ts.isVariableStatement(statement)) return true;
  return (
    ts.isFunctionDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
  );
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {import('../draft.mjs').Draft} draft
 */
function shakeImports(core, draft) {
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
