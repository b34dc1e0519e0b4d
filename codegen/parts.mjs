// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ts } from 'ts-morph';

/**
 * One of the things that the package offers: each file of core/ itself that is no promise, bundled for every platform.
 *
 * @typedef {object} Part
 * @property {string} name of the file; `index` is what a platform's own path gives
 * @property {boolean} isShared whether it touches neither host nor traits, so that one bundle serves all platforms
 */

/** What stands in core/ itself and is no part: what is asked of hosts, and what is promised to users. */
const PROMISES = ['port', 'types'];

/**
 * @param {string} root
 * @returns {Part[]} the index first
 */
export function readParts(root) {
  const names = readdirSync(path.join(root, 'core'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => entry.name.slice(0, -'.ts'.length))
    .filter((name) => !PROMISES.includes(name))
    .sort((a, b) => Number(b === 'index') - Number(a === 'index') || (a < b ? -1 : 1));
  return names.map((name) => ({
    name,
    isShared: name !== 'index' && !touchesHost(path.join(root, `core/${name}.ts`)),
  }));
}

/**
 * Whether a module, or one that it imports, takes more than types from the port.
 *
 * @param {string} file
 * @param {Set<string>} [seen]
 * @returns {boolean}
 */
function touchesHost(file, seen = new Set()) {
  if (seen.has(file)) return false;
  seen.add(file);
  return valueImports(file).some((imported) => {
    if (path.basename(imported) === 'port.ts') return true;
    return ts.sys.fileExists(imported) && touchesHost(imported, seen);
  });
}

/**
 * The files of which a module needs something at run time.
 *
 * @param {string} file
 * @returns {string[]}
 */
function valueImports(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    if (isForTypesOnly(statement)) return [];
    return [`${path.resolve(path.dirname(file), statement.moduleSpecifier.text)}.ts`];
  });
}

/** @param {ts.ImportDeclaration | ts.ExportDeclaration} statement */
function isForTypesOnly(statement) {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, isTypeOnly } = statement;
    return isTypeOnly || (!!exportClause && ts.isNamedExports(exportClause) && areTypes(exportClause.elements));
  }
  const { importClause } = statement;
  if (!importClause) return false;
  const { name, namedBindings, phaseModifier } = importClause;
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return !name && !!namedBindings && ts.isNamedImports(namedBindings) && areTypes(namedBindings.elements);
}

/** @param {ts.NodeArray<ts.ImportSpecifier | ts.ExportSpecifier>} specifiers */
function areTypes(specifiers) {
  return specifiers.length > 0 && specifiers.every(({ isTypeOnly }) => isTypeOnly);
}
