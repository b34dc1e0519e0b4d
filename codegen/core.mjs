// @ts-check
import path from 'node:path';
import { Project, ts } from 'ts-morph';
import { CodegenError, placeIn, throwIfAny } from './problems.mjs';

/**
 * The sources in core/, resolved: who uses what.
 *
 * @typedef {object} Core
 * @property {string} root
 * @property {ts.SourceFile[]} files
 * @property {ts.SourceFile} port core/port.ts
 * @property {ts.SourceFile} entry core/index.ts
 * @property {ts.TypeChecker} checker
 * @property {Map<ts.Symbol, ts.Identifier[]>} uses every identifier by what it stands for, renamed imports followed
 * @property {ts.Symbol} host
 * @property {ts.Symbol[]} hostMembers what the port asks of a host
 * @property {ts.Symbol} traits
 * @property {string[]} traitNames
 */

/** @param {ts.Node} node */
export function nameOf(node) {
  return ts.getNameOfDeclaration(/** @type {ts.Declaration} */ (node));
}

/**
 * @param {string} root
 * @returns {Core}
 */
export function readCore(root) {
  const project = new Project({
    tsConfigFilePath: path.join(root, 'tsconfig.json'),
    skipAddingFilesFromTsConfig: true,
  });
  project.addSourceFilesAtPaths(path.join(root, 'core/**/*.ts'));
  const program = project.getProgram().compilerObject;
  const checker = program.getTypeChecker();
  const files = project
    .getSourceFiles()
    .map((file) => file.compilerNode)
    .filter((file) => !file.isDeclarationFile)
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  throwIfAny(files.flatMap((file) => syntaxProblems(root, file)));

  const port = fileNamed(root, files, 'core/port.ts');
  const entry = fileNamed(root, files, 'core/index.ts');
  const host = exportOfPort(root, checker, port, 'host', 'function host(options: HostOptions): Host;');
  const traits = exportOfPort(root, checker, port, 'traits', 'const traits: { … };');
  const hostMembers = checker.getTypeOfSymbol(host).getCallSignatures()[0]?.getReturnType().getProperties() ?? [];
  const traitNames = checker
    .getTypeOfSymbol(traits)
    .getProperties()
    .map((trait) => trait.name);
  return { root, files, port, entry, checker, uses: indexUses(checker, files), host, hostMembers, traits, traitNames };
}

/**
 * The files whose declarations are global to the core (`setTimeout`, …), which every generated program needs too.
 *
 * @param {string} root
 */
export function globalsOf(root) {
  return ts.sys.readDirectory(path.join(root, 'core'), ['.d.ts']).sort();
}

/**
 * @param {string} root
 * @param {ts.SourceFile} file
 */
function syntaxProblems(root, file) {
  const found = /** @type {ts.Diagnostic[]} */ (/** @type {any} */ (file).parseDiagnostics);
  return found.map((diagnostic) => ({
    place: placeIn(path.relative(root, file.fileName), file.text, diagnostic.start ?? 0),
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
  }));
}

/**
 * @param {string} root
 * @param {ts.SourceFile[]} files
 * @param {string} name
 */
function fileNamed(root, files, name) {
  const file = files.find((candidate) => path.relative(root, candidate.fileName) === name);
  if (file) return file;
  throw new CodegenError([{ place: { file: name, line: 1, column: 1 }, message: 'this file of the core is missing.' }]);
}

/**
 * @param {string} root
 * @param {ts.TypeChecker} checker
 * @param {ts.SourceFile} port
 * @param {string} name
 * @param {string} declaration how it is written
 */
function exportOfPort(root, checker, port, name, declaration) {
  const module = checker.getSymbolAtLocation(port);
  const symbol = module?.exports?.get(/** @type {ts.__String} */ (name));
  if (symbol) return symbol;
  const place = placeIn(path.relative(root, port.fileName), port.text, 0);
  const message = `the port must export "${name}": add "export declare ${declaration}".`;
  throw new CodegenError([{ place, message }]);
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.SourceFile[]} files
 */
function indexUses(checker, files) {
  /** @type {Map<ts.Symbol, ts.Identifier[]>} */
  const uses = new Map();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIdentifier(node)) {
      const symbol = resolve(checker, node);
      if (symbol) uses.set(symbol, [...(uses.get(symbol) ?? []), node]);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return uses;
}

/**
 * What an identifier stands for in the end.
 *
 * @param {ts.TypeChecker} checker
 * @param {ts.Identifier} node
 */
function resolve(checker, node) {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/**
 * @param {Core} core
 * @param {ts.Node} node
 */
export function placeOf(core, node) {
  const file = node.getSourceFile();
  return placeIn(path.relative(core.root, file.fileName), file.text, node.getStart(file));
}
