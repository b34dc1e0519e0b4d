// @ts-check
/** Code shown to readers, brought into forms that tools can judge. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { root } from './readmes.mjs';

/** Frameworks that the samples use and this package does not install. */
const AMBIENT = `
declare module '@tarojs/taro' { const Taro: any; export default Taro; }
declare const uni: any;
`;

const COMPILER_OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  ignoreDeprecations: '6.0',
  allowJs: true,
  checkJs: true,
  noEmit: true,
  strict: false,
  skipLibCheck: true,
  types: ['node'],
};

/**
 * Leaves of a source with uni-app's conditional comments what one build target sees.
 *
 * @param {string} code
 * @param {string} target e.g. `MP-WEIXIN`
 */
export function forUniTarget(code, target) {
  return code.replace(/^ *\/\/ #(ifn?def) (.+)\n([\s\S]*?)^ *\/\/ #endif\n/gm, (_, kind, targets, body) => {
    const isNamed = targets.split('||').some((/** @type {string} */ name) => name.trim() === target);
    return isNamed === (kind === 'ifdef') ? body : '';
  });
}

/**
 * The code with its comments and layout taken away.
 *
 * @param {string} code
 */
export function withoutComments(code) {
  const compilerOptions = { removeComments: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(code, { compilerOptions }).outputText;
}

/**
 * What the compiler has to say about samples that are checked against the built typings.
 *
 * @param {string[]} samples
 * @returns {string[]} one line per complaint
 */
export function complaints(samples) {
  const folder = resolve(root, 'test/docs');
  /** @type {Map<string, string>} */
  const files = new Map([[resolve(folder, 'ambient.d.ts'), AMBIENT]]);
  samples.forEach((code, index) => {
    files.set(resolve(folder, `sample-${index}.js`), code);
  });
  const host = ts.createCompilerHost(COMPILER_OPTIONS);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = files.get(name);
    return text === undefined ? getSourceFile(name, version, ...rest) : ts.createSourceFile(name, text, version, true);
  };
  const program = ts.createProgram([...files.keys()], COMPILER_OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    const at = file ? file.text.slice(start).split('\n')[0] : '';
    return `${text} at: ${at}`;
  });
}

/** The names that the built typings declare: members of interfaces, literals of unions. */
export function declared() {
  const path = resolve(root, 'dist/index.d.ts');
  if (!existsSync(path)) throw new Error('dist/index.d.ts is missing: run `npm run build` first');
  const source = ts.createSourceFile(path, /** @type {string} */ (ts.sys.readFile(path)), ts.ScriptTarget.Latest, true);
  /** @type {Record<string, string[]>} */
  const names = {};
  source.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node)) {
      names[node.name.text] = node.members.map((member) => member.name?.getText() ?? '');
    } else if (ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type)) {
      names[node.name.text] = node.type.types.map((type) => type.getText().replace(/^["']|["']$/g, ''));
    }
  });
  return names;
}
