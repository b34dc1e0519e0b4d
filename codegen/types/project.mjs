// @ts-check
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';
import { globalsOf } from '../core.mjs';

/** Where the language's declarations lie: the compiler inside ts-morph comes without. */
const libraries = path.dirname(createRequire(import.meta.url).resolve('typescript'));
const noHelpers = fileURLToPath(new URL('no-helpers.d.ts', import.meta.url));

/**
 * The language's declarations and the official typings, parsed once for all platforms.
 *
 * @type {Map<string, ts.SourceFile | undefined>}
 */
const installed = new Map();

/** The compiler's view of one platform: its official typings and overlays, what codegen puts in, and nothing of another. */
export class PlatformProject {
  /**
   * @param {string} root
   * @param {import('../manifest.mjs').Platform} platform
   */
  constructor(root, platform) {
    this.root = root;
    const config = path.join(root, 'tsconfig.json');
    const { compilerOptions } = ts.readConfigFile(config, ts.sys.readFile).config;
    const own = { types: typingsOf(platform), noEmit: false, declaration: true };
    this.options = ts.convertCompilerOptionsFromJson({ ...compilerOptions, ...own }, root, config).options;
    this.options.paths = { tslib: [noHelpers] };
    /** @type {Map<string, ts.SourceFile>} */
    this.own = new Map();
    // The overlay first: of two overloads the earlier declared wins, and its reference brings the typings after it.
    this.roots = [...platform.overlays.map((file) => path.join(root, file)), ...globalsOf(root)];
    this.host = this.createHost();
    /** @type {ts.Program | undefined} */
    this.latest = undefined;
    this.isStale = true;
  }

  createHost() {
    const host = ts.createCompilerHost(this.options, true);
    const { getSourceFile, fileExists, readFile, directoryExists } = host;
    const modules = path.join(this.root, 'node_modules') + path.sep;
    host.getDefaultLibLocation = () => libraries;
    host.getDefaultLibFileName = (options) => path.join(libraries, ts.getDefaultLibFileName(options));
    host.getCurrentDirectory = () => this.root;
    host.fileExists = (file) => this.own.has(file) || fileExists(file);
    host.directoryExists = (folder) =>
      [...this.own.keys()].some((file) => file.startsWith(folder + path.sep)) || Boolean(directoryExists?.(folder));
    host.readFile = (file) => this.own.get(file)?.text ?? readFile(file);
    host.getSourceFile = (file, version, ...rest) => {
      const own = this.own.get(file) ?? installed.get(file);
      if (own) return own;
      const source = getSourceFile(file, version, ...rest);
      const isFixed = file.startsWith(modules) || path.dirname(file) === libraries;
      (isFixed ? installed : this.own).set(file, /** @type {ts.SourceFile} */ (source));
      return source;
    };
    return host;
  }

  /**
   * Puts a file in, or another text into one.
   *
   * @param {string} file relative to the root
   * @param {string} text
   * @returns {ts.SourceFile}
   */
  put(file, text) {
    const whole = path.join(this.root, file);
    if (!this.own.has(whole)) this.roots.push(whole);
    const source = ts.createSourceFile(whole, text, ts.ScriptTarget.ES5, true);
    this.own.set(whole, source);
    this.isStale = true;
    return source;
  }

  get program() {
    if (this.isStale || !this.latest) {
      this.latest = ts.createProgram([...this.roots], this.options, this.host, this.latest);
      this.isStale = false;
    }
    return this.latest;
  }

  /**
   * What the compiler says of a file.
   *
   * @param {string} file relative to the root
   */
  diagnosticsOf(file) {
    const source = this.program.getSourceFile(path.join(this.root, file));
    return [...this.program.getSyntacticDiagnostics(source), ...this.program.getSemanticDiagnostics(source)];
  }

  /**
   * The declarations of a file.
   *
   * @param {string} file relative to the root
   */
  declarationsOf(file) {
    let declarations = '';
    const source = this.program.getSourceFile(path.join(this.root, file));
    this.program.emit(source, (_, text) => (declarations = text), undefined, true);
    return declarations;
  }
}

/**
 * The typings packages of a platform, as the compiler's `types` wants them.
 *
 * @param {import('../manifest.mjs').Platform} platform
 */
export function typingsOf({ manifest: { typings } }) {
  return typings && !typings.startsWith('./') ? [typings.replace(/^@types\//, '')] : [];
}
