// @ts-check
import { ts } from 'ts-morph';
import { reach } from './bind/reach.mjs';
import { placeOf } from './core.mjs';

/**
 * The members of the interfaces that a bundle keeps to itself.
 *
 * @typedef {object} Names
 * @property {string[]} private what a minifier may shorten, in alphabetical order
 * @property {Record<string, string>} public what it may not, with the place of the mention that makes it so
 */

/**
 * The property names that never leave a bundle, so that a minifier may shorten them: those of which every mention in it
 * stands for a member of an interface that it keeps to itself. A mention whose type is not known, as on what a host
 * reported, makes the name public, and so does an export of that name, which is a member of what `require` returns.
 *
 * @param {import('./core.mjs').Core} core
 * @param {string} part of which the bundle is made
 * @param {string[]} [known] names that mean something outside
 * @returns {Names}
 */
export function findNames(core, part, known = []) {
  const entry = /** @type {ts.SourceFile} */ (core.entries.get(part));
  const kept = keptInterfaces(core, entry);
  /** @type {Set<string>} */
  const members = new Set();
  /** @type {Map<string, ts.Node>} */
  const publicAt = new Map();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIdentifier(node) && isPropertyName(node)) {
      const declarations = propertyOf(core.checker, node)?.declarations ?? [];
      const isKept = declarations.length > 0 && declarations.every(({ parent }) => kept.has(parent));
      if (isKept) members.add(node.text);
      else if (!publicAt.has(node.text)) publicAt.set(node.text, node);
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of reach(core, [entry]).statements) visit(statement);
  for (const { name, declarations } of exportsOf(core.checker, entry)) {
    if (declarations?.[0] && !publicAt.has(name)) publicAt.set(name, declarations[0]);
  }
  const names = [...members].sort();
  return {
    private: names.filter((name) => !publicAt.has(name) && !known.includes(name)),
    public: Object.fromEntries(
      names.flatMap((name) => {
        const node = publicAt.get(name);
        return node ? [[name, textOf(placeOf(core, node))]] : [];
      }),
    ),
  };
}

/** @param {import('./problems.mjs').Place} place */
function textOf({ file, line, column }) {
  return `${file}:${line}:${column}`;
}

/**
 * The interfaces that neither users nor hosts know: the entry does not export them, and the port does not have them.
 *
 * @param {import('./core.mjs').Core} core
 * @param {ts.SourceFile} entry
 * @returns {Set<ts.Node>}
 */
function keptInterfaces({ checker, files, port }, entry) {
  const symbols = [entry, port].flatMap((file) => exportsOf(checker, file));
  const resolved = symbols.map((symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  );
  const published = new Set(resolved.flatMap((symbol) => symbol.declarations ?? []));
  const interfaces = files.flatMap((file) => file.statements).filter(ts.isInterfaceDeclaration);
  return new Set(interfaces.filter((declaration) => !published.has(declaration)));
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.SourceFile} file
 */
function exportsOf(checker, file) {
  return checker.getExportsOfModule(/** @type {ts.Symbol} */ (checker.getSymbolAtLocation(file)));
}

/** @param {ts.Identifier} node */
function isPropertyName(node) {
  const { parent } = node;
  if (ts.isBindingElement(parent)) {
    return ts.isObjectBindingPattern(parent.parent) && node === (parent.propertyName ?? parent.name);
  }
  return (
    (ts.isPropertyAccessExpression(parent) ||
      ts.isObjectLiteralElement(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === node
  );
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Identifier} node the name of a property
 * @returns {ts.Symbol | undefined}
 */
function propertyOf(checker, node) {
  const { parent } = node;
  if (ts.isBindingElement(parent)) return checker.getTypeAtLocation(parent.parent).getProperty(node.text);
  if (ts.isObjectLiteralElement(parent)) {
    const literal = /** @type {ts.ObjectLiteralExpression} */ (parent.parent);
    return checker.getContextualType(literal)?.getNonNullableType().getProperty(node.text);
  }
  return checker.getSymbolAtLocation(node);
}
