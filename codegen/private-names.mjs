// @ts-check
import { ts } from 'ts-morph';
import { reach } from './bind/reach.mjs';

/** Where codegen leaves the lists for the minifier, by part. @param {string} program */
export const privateNamesOf = (program) => `build/${program}/private-names.json`;

/**
 * The property names that never leave a bundle, so that a minifier may shorten them: those of which every mention in it
 * stands for a member of an interface that it keeps to itself. A mention whose type is not known, as on what a host
 * reported, makes the name public, and so does an export of that name, which is a member of what `require` returns.
 *
 * @param {import('./core.mjs').Core} core
 * @param {string} part of which the bundle is made
 * @param {string[]} [known] names that mean something outside
 * @returns {string[]} in alphabetical order
 */
export function findPrivateNames(core, part, known = []) {
  const entry = /** @type {ts.SourceFile} */ (core.entries.get(part));
  const kept = keptInterfaces(core, entry);
  /** @type {Map<string, boolean>} */
  const isPrivate = new Map();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIdentifier(node) && isPropertyName(node)) {
      const declarations = propertyOf(core.checker, node)?.declarations ?? [];
      const isKept = declarations.length > 0 && declarations.every(({ parent }) => kept.has(parent));
      isPrivate.set(node.text, isKept && isPrivate.get(node.text) !== false);
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of reach(core, [entry]).statements) visit(statement);
  const said = [...known, ...exportsOf(core.checker, entry).map(({ name }) => name)];
  return [...isPrivate.keys()].filter((name) => isPrivate.get(name) && !said.includes(name)).sort();
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
