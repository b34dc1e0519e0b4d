// @ts-check
import path from 'node:path';
import ts from 'typescript';

/** @type {Record<string, ts.CompilerOptions>} */
const RESOLUTIONS = {
  node10: {
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    ignoreDeprecations: '6.0',
  },
  node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
};

/**
 * The errors of an application's file, with no typings but the package's own.
 *
 * @param {string} app
 * @param {string} file
 * @param {string} resolution
 */
export function typeErrors(app, file, resolution) {
  const program = ts.createProgram([path.join(app, file)], {
    ...RESOLUTIONS[resolution],
    strict: true,
    noEmit: true,
    types: [],
    lib: ['lib.es2015.d.ts'],
    target: ts.ScriptTarget.ES2020,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file: at, start }) => {
    const line = at && start !== undefined ? at.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${at ? path.basename(at.fileName) : ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

/**
 * Uses of one entry that must have the right types.
 *
 * @param {string} entry
 */
export function consumer(entry) {
  const from = entry === 'index' ? 'mde-websocket' : `mde-websocket/${entry}`;
  const platform = entry === 'index' ? 'platform: { connectSocket: (params: any) => params }, ' : '';
  return `
import ${entry}, { MdeWebsocket as ${entry}Named, backoff as ${entry}Backoff, type Options as ${entry}Options } from '${from}';
import type { Task as ${entry}Task } from '${from}';
const ${entry}Given: ${entry}Options = { ${platform}params: { url: 'wss://example.com' }, reconnectTimeout: ${entry}Backoff() };
export const ${entry}Promise: Promise<${entry}Task> = ${entry}(${entry}Given);
export const ${entry}Same: typeof ${entry} = ${entry}Named;
export const ${entry}Member: Promise<${entry}.Task> = ${entry}Promise;
`;
}

/**
 * The same through `import … = require(…)`, which gives the function itself.
 *
 * @param {string} entry
 */
export function requiring(entry) {
  const from = entry === 'index' ? 'mde-websocket' : `mde-websocket/${entry}`;
  const platform = entry === 'index' ? 'platform: { connectSocket: (params: any) => params }, ' : '';
  return `
import ${entry} = require('${from}');
export const ${entry}Promise: Promise<${entry}.Task> = ${entry}({ ${platform}params: { url: 'wss://example.com' } });
export const ${entry}Default: typeof ${entry} = ${entry}.default;
export const ${entry}Version: string = ${entry}.VERSION;
`;
}
