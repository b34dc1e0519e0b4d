// @ts-check
import path from 'node:path';
import { ts } from 'ts-morph';
import { nameOf } from '../core.mjs';

/** @typedef {(node: ts.Node) => boolean} IsLive */

/**
 * What a program needs of the core.
 *
 * @typedef {object} Needed
 * @property {Set<ts.Statement>} statements
 * @property {Set<ts.SourceFile>} files that are loaded, whether or not anything of them is used
 */

/**
 * Everything used, directly or not, by the entries and by statements that act when a file is loaded.
 *
 * @param {import('../core.mjs').Core} core
 * @param {ts.SourceFile[]} entries
 * @param {IsLive} [isLive] whether a node is in the program at all
 * @param {string[]} [types] of the port that are needed besides
 * @returns {Needed}
 */
export function reach(core, entries, isLive = () => true, types = []) {
  const usedBy = liveUses(core, isLive);
  const files = loaded(core, types.length > 0 ? [...entries, core.port] : entries);
  const isRoot = (/** @type {ts.Statement} */ statement) => {
    const file = statement.getSourceFile();
    if (entries.includes(file) || !isShakeable(statement)) return true;
    return file === core.port && types.includes(nameOf(statement)?.getText() ?? '');
  };
  const roots = [...files].flatMap((file) => file.statements.filter(isRoot));
  const statements = new Set(roots.filter((statement) => !ts.isImportDeclaration(statement) && isLive(statement)));
  for (const statement of statements) {
    for (const used of usedBy.get(statement) ?? []) statements.add(used);
  }
  return { statements, files };
}

/**
 * A statement that does nothing until it is used.
 *
 * @param {ts.Statement} statement
 */
export function isShakeable(statement) {
  return (
    ts.isVariableStatement(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
}

/**
 * The files that these import, and so on.
 *
 * @param {import('../core.mjs').Core} core
 * @param {ts.SourceFile[]} entries
 */
function loaded({ files }, entries) {
  const byPath = new Map(files.map((file) => [file.fileName, file]));
  const found = new Set(entries);
  for (const file of found) {
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
      const imported = byPath.get(`${path.resolve(path.dirname(file.fileName), statement.moduleSpecifier.text)}.ts`);
      if (imported) found.add(imported);
    }
  }
  return found;
}

/**
 * Which statements a statement uses.
 *
 * @param {import('../core.mjs').Core} core
 * @param {IsLive} isLive
 */
function liveUses(core, isLive) {
  /** @type {Map<ts.Statement, Set<ts.Statement>>} */
  const usedBy = new Map();
  for (const [symbol, statements] of topLevelOwners(core)) {
    for (const identifier of core.uses.get(symbol) ?? []) {
      if (!isLive(identifier)) continue;
      const user = enclosingStatement(identifier);
      const used = usedBy.get(user) ?? new Set();
      for (const statement of statements) used.add(statement);
      usedBy.set(user, used);
    }
  }
  return usedBy;
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
 * @param {ts.Node} node
 * @returns {ts.Statement}
 */
function enclosingStatement(node) {
  let around = node;
  while (!ts.isSourceFile(around.parent)) around = around.parent;
  return /** @type {ts.Statement} */ (around);
}
