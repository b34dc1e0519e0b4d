// @ts-check
/** What an application carries for a class alone, and that class as a file that runs. */
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { lab, packages } from '../program/library.mjs';

/** @param {import('./subjects.mjs').Subject} subject */
export async function sizeOf(subject) {
  const code = await bundleClass(subject, true);
  return { minified: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length };
}

/** @param {import('./subjects.mjs').Subject} subject @param {boolean} minify */
export async function bundleClass({ replaced }, minify) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: "export { Socket } from 'mde-websocket/wechat/websocket';", resolveDir: lab },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    target: 'es2017',
    minify,
    plugins: [packages(replaced)],
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
