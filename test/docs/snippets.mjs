// @ts-check
/** The code that the site shows, held against the typings of the built package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { root } from './readmes.mjs';
import { forUniTarget } from './samples.mjs';

export const snippets = resolve(root, 'docs/snippets');

/** What the snippets use and this package does not install. */
const AMBIENT = `
declare module '@tarojs/taro' { const Taro: any; export default Taro; }
declare module '@mpxjs/core' { const mpx: any; export default mpx; }
declare module 'react' { export const useCallback: any, useEffect: any, useRef: any, useState: any; }
declare module 'vue' { export const onScopeDispose: any, readonly: any, ref: any; }
declare module 'websocket-heartbeat-miniprogram' { const connect: any; export default connect; }
declare module 'reconnecting-websocket' { const Socket: any; export default Socket; }
declare const wx: any, uni: any, getUrl: any;
declare function Page<Definition>(definition: Definition & ThisType<any>): void;
interface ImportMeta { hot?: { dispose(callback: () => void): void } }
`;

const ambient = resolve(snippets, 'ambient.d.ts');

const declarations = readFileSync(resolve(root, 'dist/wechat.d.ts'), 'utf8');

/** Whether the built package has what these snippets show; as soon as it has, they are held to it. */
export const hasBackAtOnce = /\bprobeTimeout\b/.test(declarations);
const NEED = /** @type {Record<string, boolean>} */ ({
  'background.js': hasBackAtOnce,
  'ping-every.js': hasBackAtOnce,
  'web.js': existsSync(resolve(root, 'dist/web.js')),
});

export const snippetFiles = readdirSync(snippets).filter((file) => /\.(js|mjs|ts)$/.test(file) && NEED[file] !== false);

/**
 * What the compiler has to say, one line per complaint.
 *
 * @param {{ files?: string[], change?: (text: string) => string }} [options] a change shows that a mistake is noticed
 */
export function complaintsOfSnippets({ files = snippetFiles, change = (text) => text } = {}) {
  const options = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowJs: true,
    checkJs: true,
    noEmit: true,
    strict: false,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [resolve(root, 'node_modules/@types')],
    paths: paths(),
  };
  /** @type {Map<string, string>} */
  const texts = new Map([[ambient, AMBIENT]]);
  for (const file of files) {
    const text = readFileSync(resolve(snippets, file), 'utf8');
    texts.set(resolve(snippets, file), change(forUniTarget(text, 'MP-WEIXIN')));
  }
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    const at = file ? `${file.fileName.split('/').pop()}: ${file.text.slice(start).split('\n')[0]}` : '';
    return `${text} (${at})`;
  });
}

/** The package's own names lead to its own declarations. */
function paths() {
  const { exports } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  /** @type {Record<string, string[]>} */
  const found = { ws: [resolve(root, 'node_modules/@types/ws')] };
  for (const [name, conditions] of Object.entries(exports)) {
    const types = conditions.require?.types;
    if (types && existsSync(resolve(root, types))) found[name.replace('.', 'mde-websocket')] = [resolve(root, types)];
  }
  return found;
}
