// @ts-check
/** Whether the typings that came with the package work where an example uses it. */
import path from 'node:path';
import ts from 'typescript';

/** As a bundler resolves, and as editors of old projects do. */
const RESOLUTIONS = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  node10: { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 },
};

/** @param {string} from the module's name or path */
const link = (from) => `
import MdeWebsocket from '${from}';
export const link = MdeWebsocket({ params: { url: 'wss://example.com' }, pingTimeout: 5000 }).then((task) => {
  const state: 'connecting' | 'open' | 'waiting' | 'closed' = task.state;
  task.on('message', ({ data }) => { const text: string | ArrayBuffer = data; return text; });
  task.onClose = ({ code, willReconnect }) => { const both: [number, boolean] = [code, willReconnect]; return both; };
  // @ts-expect-error there is no such event
  task.on('mesage', () => {});
  return state;
});
// @ts-expect-error there is no such option
MdeWebsocket({ params: { url: 'wss://example.com' }, pingTimout: 5000 });
// @ts-expect-error a url is missing
MdeWebsocket({ params: {} });
`;

/** @param {string} from */
const socket = (from) => `
import { Socket } from '${from}';
const socket = new (Socket.with({ idleTimeout: 60000 }))('wss://example.com', ['mqtt']);
socket.onmessage = ({ data }) => data;
// @ts-expect-error there is no such method
socket.sned('text');
`;

/**
 * @param {string} folder the example
 * @param {string} from what its code imports
 * @param {boolean} isClass
 * @returns {string[]} what the compiler says
 */
export function typeErrors(folder, from, isClass) {
  const file = path.join(folder, 'typings-check.ts');
  const text = isClass ? socket(from) : link(from);
  return Object.entries(RESOLUTIONS).flatMap(([name, resolution]) => {
    const options = {
      ...resolution,
      target: ts.ScriptTarget.ES2020,
      lib: ['lib.es2020.d.ts'],
      ignoreDeprecations: '6.0',
      esModuleInterop: true,
      strict: true,
      noEmit: true,
      types: [],
    };
    return compile(file, text, options).map((error) => `${name}: ${error}`);
  });
}

/** @param {string} file @param {string} text @param {ts.CompilerOptions} options */
function compile(file, text, options) {
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (name) => (name === file ? text : readFile(name));
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? ts.createSourceFile(name, text, version, true) : getSourceFile(name, version, ...rest);
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host)).map(({ messageText, file: at, start }) => {
    const line = at && start !== undefined ? at.getLineAndCharacterOfPosition(start).line : -1;
    return `${ts.flattenDiagnosticMessageText(messageText, ' ')} (${text.split('\n')[line] ?? ''})`;
  });
}
