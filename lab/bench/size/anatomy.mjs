// @ts-check
/** Where our own bytes go: what each source of the core contributes to a minified bundle, before gzip. */
import path from 'node:path';
import { build } from 'esbuild';
import { verify } from '../check.mjs';
import { projectRoot } from '../workshop.mjs';

const PROGRAMS = ['wechat', 'alipay', 'universal'];

export async function anatomy() {
  /** @type {Map<string, Record<string, number>>} */
  const parts = new Map();
  for (const program of PROGRAMS) {
    for (const [file, bytes] of await bytesOf(program)) parts.set(file, { ...parts.get(file), [program]: bytes });
  }
  const rows = [...parts].map(([file, bytes]) => ({ file, ...bytes }));
  verify(rows.length > 5, 'the anatomy of the bundles: no sources found in build/; run npm run build');
  return { programs: PROGRAMS, rows };
}

/** @param {string} program @returns {Promise<[string, number][]>} */
async function bytesOf(program) {
  const { metafile } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [`build/${program}/index.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    metafile: true,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const nameOf = (/** @type {string} */ file) => path.relative(`build/${program}`, file);
  return Object.entries(inputs)
    .map(([file, { bytesInOutput }]) => /** @type {[string, number]} */ ([nameOf(file), bytesInOutput]))
    .filter(([, bytes]) => bytes > 0);
}
