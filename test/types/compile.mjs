// @ts-check
import path from 'node:path';
import ts from 'typescript';

/**
 * Type-checks snippets as files of an application that has this package and no other typings.
 *
 * @param {Record<string, string>} snippets
 * @param {string[]} [lib] what the application has of the language and its surroundings
 * @returns {Record<string, string[]>} the errors of each, as `line: message`
 */
export function compile(snippets, lib = ['lib.es2015.d.ts']) {
  const names = Object.keys(snippets);
  const files = names.map((_, index) => path.join(import.meta.dirname, `snippet-${index}.ts`));
  /** @type {ts.CompilerOptions} */
  const options = {
    strict: true,
    noEmit: true,
    types: [],
    lib,
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  /** @param {string} file */
  const textOf = (file) => snippets[names[files.indexOf(path.normalize(file))]];
  host.fileExists = (file) => textOf(file) !== undefined || fileExists(file);
  host.readFile = (file) => textOf(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = textOf(file);
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram(files, options, host);
  return Object.fromEntries(names.map((name, index) => [name, errorsIn(program, files[index])]));
}

/**
 * @param {ts.Program} program
 * @param {string} file
 */
function errorsIn(program, file) {
  const source = program.getSourceFile(file);
  return ts.getPreEmitDiagnostics(program, source).map(({ start, messageText }) => {
    const line = source && start !== undefined ? source.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
