// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import MagicString from 'magic-string';
import { ts } from 'ts-morph';
import { CodegenError, placeIn, throwIfAny } from '../problems.mjs';

const PORT = '../../core/port';

/**
 * The module of a platform folder that stands for its host.
 *
 * @typedef {object} Adapter
 * @property {string[]} methods what it exports
 * @property {string[]} types what it imports of the port
 * @property {import('../types/check.mjs').Generated} generated as it stands in the platform's program
 */

/**
 * Reads the adapter of a platform that has one.
 *
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @returns {Adapter | undefined}
 */
export function readAdapter(core, platform) {
  if (!platform.adapter) return undefined;
  const text = readFileSync(path.join(core.root, platform.adapter), 'utf8');
  const file = ts.createSourceFile(platform.adapter, text, ts.ScriptTarget.Latest, true);
  const methods = exportedFunctions(file);
  throwIfAny([...findWrongMethods(core, file, methods), ...findWrongImports(file)]);
  return {
    methods: methods.map(({ text: name }) => name),
    types: importedTypes(file),
    generated: generateAdapter(core, platform, file),
  };
}

/** The file of a program that an adapter becomes. @param {import('../manifest.mjs').Platform} platform */
export function adapterFile({ name, adapter = '' }) {
  return `build/${name}/${path.basename(adapter)}`;
}

/** @param {ts.SourceFile} file @returns {ts.Identifier[]} */
function exportedFunctions(file) {
  return file.statements.flatMap((statement) => {
    const flags = ts.getCombinedModifierFlags(/** @type {ts.Declaration} */ (/** @type {unknown} */ (statement)));
    if (!(flags & ts.ModifierFlags.Export)) return [];
    if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name] : [];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map(({ name }) => name).filter(ts.isIdentifier);
  });
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {ts.SourceFile} file
 * @param {ts.Identifier[]} methods
 */
function findWrongMethods({ hostMembers }, file, methods) {
  const known = hostMembers.map(({ name }) => name);
  const required = hostMembers.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
  const there = methods.map(({ text }) => text);
  return [
    ...methods
      .filter(({ text }) => !known.includes(text))
      .map((name) => ({
        place: placeIn(file.fileName, file.text, name.getStart()),
        message: `"${name.text}" is no method of the port: an adapter exports these as functions: ${known.join(', ')}.`,
      })),
    ...required
      .filter((name) => !there.includes(name))
      .map((name) => ({
        place: placeIn(file.fileName, file.text, 0),
        message: `the adapter lacks a method of the port: add "export function ${name}(…)".`,
      })),
  ];
}

/** @param {ts.SourceFile} file */
function importsOf(file) {
  return file.statements.filter(ts.isImportDeclaration);
}

/** @param {ts.ImportDeclaration} declaration */
function sourceOf({ moduleSpecifier }) {
  return /** @type {ts.StringLiteral} */ (moduleSpecifier).text;
}

/** @param {ts.SourceFile} file */
function findWrongImports(file) {
  return importsOf(file)
    .filter((declaration) => sourceOf(declaration) !== PORT)
    .map((declaration) => ({
      place: placeIn(file.fileName, file.text, declaration.getStart()),
      message: `an adapter is one file: it may import types from '${PORT}' and nothing else.`,
    }));
}

/** @param {ts.SourceFile} file */
function importedTypes(file) {
  return importsOf(file).flatMap(({ importClause }) => {
    const bindings = importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) return [];
    return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  });
}

/**
 * @param {import('../core.mjs').Core} core
 * @param {import('../manifest.mjs').Platform} platform
 * @param {ts.SourceFile} adapter
 * @returns {import('../types/check.mjs').Generated}
 */
function generateAdapter({ root, files }, platform, adapter) {
  const source = /** @type {string} */ (platform.adapter);
  const file = adapterFile(platform);
  if (files.some(({ fileName }) => path.relative(root, fileName) === `core/${path.basename(source)}`)) {
    const message = `the core has a file of this name too: give "adapter" in ${platform.file} another.`;
    throw new CodegenError([{ place: { file: source, line: 1, column: 1 }, message }]);
  }
  const text = new MagicString(adapter.text);
  for (const { moduleSpecifier } of importsOf(adapter)) {
    text.overwrite(moduleSpecifier.getStart(), moduleSpecifier.end, "'./port'");
  }
  const map = text.generateMap({
    source: path.relative(path.dirname(file), source),
    file: path.basename(file),
    hires: 'boundary',
  });
  return { file, source, text: text.toString(), map };
}
