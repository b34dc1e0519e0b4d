// @ts-check
import { ts } from 'ts-morph';
import { removeItem } from './list.mjs';
import { isPure } from './traits.mjs';

/** @typedef {Map<ts.SourceFile, import('../draft.mjs').Draft>} Drafts */

/**
 * Removes, inside functions, what nothing of this program uses any more: local names, and parameters at the end of a
 * list together with the arguments that they were given.
 *
 * @param {import('../core.mjs').Core} core
 * @param {Drafts} drafts
 * @returns {boolean} whether anything went
 */
export function removeUnused(core, drafts) {
  const program = new Unused(core, drafts);
  for (const draft of drafts.values()) {
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (!draft.isLive(node)) return;
      if (ts.isVariableStatement(node) && !ts.isSourceFile(node.parent)) program.removeVariables(draft, node);
      else if (ts.isFunctionDeclaration(node) && !ts.isSourceFile(node.parent)) program.removeFunction(draft, node);
      if (ts.isFunctionLike(node) && draft.isLive(node)) program.removeParameters(draft, node);
      ts.forEachChild(node, visit);
    };
    for (const statement of draft.file.statements) visit(statement);
  }
  return program.hasChanged;
}

class Unused {
  /**
   * @param {import('../core.mjs').Core} core
   * @param {Drafts} drafts
   */
  constructor(core, drafts) {
    this.core = core;
    this.drafts = drafts;
    this.hasChanged = false;
  }

  /** @param {ts.Node} node */
  isLive(node) {
    return Boolean(this.drafts.get(node.getSourceFile())?.isLive(node));
  }

  /**
   * The places in the program where a name stands, without the one where it is declared and those inside `except`.
   *
   * @param {ts.Identifier} name
   * @param {ts.Node} [except]
   */
  usesOf(name, except) {
    const symbol = this.core.checker.getSymbolAtLocation(name);
    const all = (symbol && this.core.uses.get(symbol)) ?? [];
    return all.filter((use) => use !== name && this.isLive(use) && !(except && isInside(use, except)));
  }

  /**
   * @param {import('../draft.mjs').Draft} draft
   * @param {ts.VariableStatement} statement
   */
  removeVariables(draft, statement) {
    const { declarations } = statement.declarationList;
    for (const declaration of declarations.filter((each) => draft.isLive(each))) {
      if (ts.isObjectBindingPattern(declaration.name)) this.removeElements(draft, declaration.name);
      if (!this.isUnusedVariable(draft, declaration)) continue;
      this.hasChanged = true;
      const others = declarations.some((other) => other !== declaration && draft.isLive(other));
      if (!others) return draft.removeLines(statement);
      removeItem(draft, declarations, declaration);
    }
  }

  /**
   * @param {import('../draft.mjs').Draft} draft
   * @param {ts.VariableDeclaration} declaration
   */
  isUnusedVariable(draft, { name, initializer }) {
    if (initializer && !isPure(this.core, initializer)) return false;
    if (ts.isIdentifier(name)) return this.usesOf(name).length === 0;
    return ts.isObjectBindingPattern(name) && !name.elements.some((element) => draft.isLive(element));
  }

  /**
   * @param {import('../draft.mjs').Draft} draft
   * @param {ts.ObjectBindingPattern} pattern
   */
  removeElements(draft, { elements }) {
    // What is left over in `...rest` depends on what is named before it.
    if (elements.some(({ dotDotDotToken }) => dotDotDotToken)) return;
    for (const element of elements.filter((each) => draft.isLive(each))) {
      const { name, initializer } = element;
      if (!ts.isIdentifier(name) || this.usesOf(name).length > 0) continue;
      if (initializer && !isPure(this.core, initializer)) continue;
      this.hasChanged = true;
      removeItem(draft, elements, element);
    }
  }

  /**
   * @param {import('../draft.mjs').Draft} draft
   * @param {ts.FunctionDeclaration} declaration
   */
  removeFunction(draft, declaration) {
    if (!declaration.name || this.usesOf(declaration.name, declaration).length > 0) return;
    this.hasChanged = true;
    draft.removeLines(declaration);
  }

  /**
   * @param {import('../draft.mjs').Draft} draft
   * @param {ts.SignatureDeclaration} node
   */
  removeParameters(draft, node) {
    const body = /** @type {ts.FunctionLikeDeclaration} */ (node).body;
    if (!body || this.isPublic(node)) return;
    const calls = this.callsOf(node);
    const live = node.parameters.filter((parameter) => draft.isLive(parameter));
    for (const parameter of live.reverse()) {
      const at = node.parameters.indexOf(parameter);
      if (!this.isUnusedParameter(parameter) || !calls.every((call) => this.canDrop(call, at))) return;
      this.hasChanged = true;
      removeItem(draft, node.parameters, parameter);
      for (const call of calls) this.dropArguments(call, at);
    }
  }

  /** @param {ts.ParameterDeclaration} parameter */
  isUnusedParameter({ name, dotDotDotToken, initializer }) {
    if (dotDotDotToken || initializer || !ts.isIdentifier(name) || name.text === 'this') return false;
    return this.usesOf(name).length === 0;
  }

  /**
   * Whether users see a function as it is: an entry exports it, or it has several signatures.
   *
   * @param {ts.SignatureDeclaration} node
   */
  isPublic(node) {
    const name = nameOfFunction(node);
    if (!name) return false;
    const symbol = this.core.checker.getSymbolAtLocation(name);
    if ((symbol?.declarations ?? []).length > 1) return true;
    return [...this.core.entries.values()].some((entry) => this.exportsOf(entry).includes(symbol));
  }

  /** @param {ts.SourceFile} file @returns {(ts.Symbol | undefined)[]} */
  exportsOf(file) {
    const { checker } = this.core;
    const module = checker.getSymbolAtLocation(file);
    const symbols = module ? checker.getExportsOfModule(module) : [];
    return symbols.map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
  }

  /**
   * The calls of a function by its name.
   *
   * @param {ts.SignatureDeclaration} node
   * @returns {ts.CallExpression[]}
   */
  callsOf(node) {
    const name = nameOfFunction(node);
    return (name ? this.usesOf(name) : []).flatMap(({ parent }) =>
      ts.isCallExpression(parent) && !parent.arguments.some(ts.isSpreadElement) ? [parent] : [],
    );
  }

  /** @param {ts.CallExpression} call @param {number} at */
  canDrop({ arguments: given }, at) {
    return given.slice(at).every((argument) => !this.isLive(argument) || isPure(this.core, argument));
  }

  /** @param {ts.CallExpression} call @param {number} at */
  dropArguments({ arguments: given }, at) {
    for (const argument of given
      .slice(at)
      .filter((each) => this.isLive(each))
      .reverse()) {
      removeItem(/** @type {any} */ (this.drafts.get(argument.getSourceFile())), given, argument);
    }
  }
}

/** @param {ts.Node} node @param {ts.Node} around */
function isInside(node, around) {
  return node.getSourceFile() === around.getSourceFile() && around.pos <= node.pos && node.end <= around.end;
}

/**
 * The name of a function, or of the constant that holds it.
 *
 * @param {ts.SignatureDeclaration} node
 */
function nameOfFunction(node) {
  const { parent } = node;
  if (ts.isFunctionDeclaration(node)) return node.name;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name : undefined;
}
