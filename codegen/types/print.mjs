// @ts-check
import { ts } from 'ts-morph';
import { docComment } from './comment.mjs';

/** What has a name that a type may be called by; a method has one too, but is written out. */
const NAMED = ts.SymbolFlags.Interface | ts.SymbolFlags.Class | ts.SymbolFlags.Enum;

/**
 * Writes types of the official typings out as plain interfaces that need no other package. What such an interface
 * refers to by name becomes an interface of that name beside it; everything else is written in place.
 */
export class TypePrinter {
  /**
   * @param {ts.Program} program
   * @param {string[]} taken names that the program uses already
   */
  constructor(program, taken) {
    this.program = program;
    this.checker = program.getTypeChecker();
    this.taken = new Set(taken);
    /** @type {Map<ts.Symbol, string>} */
    this.names = new Map();
    /** @type {ts.Symbol[]} */
    this.pending = [];
  }

  /**
   * One interface by the port's name.
   *
   * @param {string} name
   * @param {ts.Type} type
   */
  printInterface(name, type) {
    return `export interface ${name} ${this.body(type, '')}`;
  }

  /** The interfaces that those printed so far refer to. */
  printRest() {
    const printed = [];
    for (let symbol = this.pending.shift(); symbol; symbol = this.pending.shift()) {
      const type = this.checker.getDeclaredTypeOfSymbol(symbol);
      const comment = docComment(symbol, this.checker, '');
      printed.push(`${comment}export interface ${this.names.get(symbol)} ${this.body(type, '')}`);
    }
    return printed;
  }

  /**
   * @param {ts.Type} type
   * @param {string} indent
   */
  body(type, indent) {
    const inner = `${indent}  `;
    const members = type.getProperties().map((member) => this.member(member, inner));
    for (const { keyType, type: value } of this.checker.getIndexInfosOfType(type)) {
      members.push(`${inner}[key: ${this.checker.typeToString(keyType)}]: ${this.type(value, inner)};\n`);
    }
    return members.length > 0 ? `{\n${members.join('')}${indent}}` : '{}';
  }

  /**
   * @param {ts.Symbol} member
   * @param {string} indent
   */
  member(member, indent) {
    const type = this.checker.getTypeOfSymbol(member);
    const isOptional = Boolean(member.flags & ts.SymbolFlags.Optional);
    const key = /^[A-Za-z_$][\w$]*$/.test(member.name) ? member.name : JSON.stringify(member.name);
    const comment = docComment(member, this.checker, indent);
    const core = isOptional ? this.checker.getNonNullableType(type) : type;
    const signatures = core.getCallSignatures();
    if (member.flags & ts.SymbolFlags.Method && signatures.length > 0) {
      const mark = isOptional ? '?' : '';
      const methods = signatures.map(
        (signature) => `${indent}${key}${mark}${this.signature(signature, indent, ': ')};\n`,
      );
      return comment + methods.join('');
    }
    const shown = isOptional ? this.withoutUndefined(type, indent) : this.type(type, indent);
    return `${comment}${indent}${key}${isOptional ? '?' : ''}: ${shown};\n`;
  }

  /**
   * @param {ts.Type} type
   * @param {string} indent
   */
  withoutUndefined(type, indent) {
    if (!type.isUnion()) return this.type(type, indent);
    return this.union(
      type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined)),
      indent,
    );
  }

  /**
   * @param {ts.Type} type
   * @param {string} indent
   * @returns {string}
   */
  type(type, indent) {
    if (type.flags & ts.TypeFlags.TypeParameter) {
      throw new Error(`the type parameter ${type.symbol.name} cannot be written out`);
    }
    const alias = type.aliasSymbol;
    if (alias && this.isStandard(alias)) return this.reference(alias.name, type.aliasTypeArguments ?? [], indent);
    if (type.isUnion()) return this.union(type.types, indent);
    if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) {
      return this.checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
    }
    if (this.checker.isArrayType(type)) return this.array(type, indent);
    const { symbol } = type;
    if (symbol && symbol.flags & NAMED && this.isStandard(symbol)) {
      return this.reference(symbol.name, this.checker.getTypeArguments(/** @type {ts.TypeReference} */ (type)), indent);
    }
    const signatures = type.getCallSignatures();
    if (signatures.length === 1 && type.getProperties().length === 0)
      return this.signature(signatures[0], indent, ' => ');
    if (symbol && symbol.flags & ts.SymbolFlags.Interface) return this.named(symbol);
    return this.body(type, indent);
  }

  /**
   * @param {ts.Type[]} types
   * @param {string} indent
   */
  union(types, indent) {
    const isBoolean = types.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral).length === 2;
    const parts = types.filter((part) => !isBoolean || !(part.flags & ts.TypeFlags.BooleanLiteral));
    const shown = parts.map((part) => {
      const text = this.type(part, indent);
      return part.getCallSignatures().length > 0 && parts.length > 1 ? `(${text})` : text;
    });
    return [...new Set(isBoolean ? [...shown, 'boolean'] : shown)].join(' | ');
  }

  /**
   * @param {ts.Type} type
   * @param {string} indent
   */
  array(type, indent) {
    const [element] = this.checker.getTypeArguments(/** @type {ts.TypeReference} */ (type));
    const text = this.type(element, indent);
    return /^[\w.]+$/.test(text) ? `${text}[]` : `(${text})[]`;
  }

  /**
   * @param {ts.Signature} signature
   * @param {string} indent
   * @param {string} arrow
   */
  signature(signature, indent, arrow) {
    const parameters = signature.parameters.map((parameter) => {
      const declaration = /** @type {ts.ParameterDeclaration} */ (parameter.valueDeclaration);
      const type = this.checker.getTypeOfSymbol(parameter);
      const isOptional = this.checker.isOptionalParameter(declaration);
      const shown = isOptional ? this.withoutUndefined(type, indent) : this.type(type, indent);
      return `${declaration.dotDotDotToken ? '...' : ''}${parameter.name}${isOptional ? '?' : ''}: ${shown}`;
    });
    return `(${parameters.join(', ')})${arrow}${this.type(signature.getReturnType(), indent)}`;
  }

  /**
   * @param {string} name
   * @param {readonly ts.Type[]} typeArguments
   * @param {string} indent
   */
  reference(name, typeArguments, indent) {
    // ArrayBuffer and its views have a type parameter in newer libraries only.
    if (typeArguments.length === 0 || /Array$/.test(name)) return name;
    return `${name}<${typeArguments.map((argument) => this.type(argument, indent)).join(', ')}>`;
  }

  /** @param {ts.Symbol} symbol */
  named(symbol) {
    const known = this.names.get(symbol);
    if (known) return known;
    let name = symbol.name;
    for (let n = 2; this.taken.has(name); n++) name = `${symbol.name}${n}`;
    this.taken.add(name);
    this.names.set(symbol, name);
    this.pending.push(symbol);
    return name;
  }

  /** @param {ts.Symbol} symbol */
  isStandard(symbol) {
    return (symbol.declarations ?? []).some((declaration) =>
      this.program.isSourceFileDefaultLibrary(declaration.getSourceFile()),
    );
  }
}
