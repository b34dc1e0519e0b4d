// @ts-check
/**
 * The programs of a core with one thing changed: codegen's output with a text replaced, bundled in memory. The types are
 * not checked and nothing is minified, so a mutant takes a fraction of a second.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generate } from '../../../codegen/generate.mjs';
import { readPlatforms } from '../../../codegen/manifest.mjs';
import { library } from '../load.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/**
 * @typedef {{ entry: string, name: string, global: string | undefined }} Bundle
 * @typedef {{ files: Map<string, string>, core: (file: string) => string, bundles: Bundle[], original: ReturnType<typeof library> }} Sources
 *
 * @param {string} [root] of the project, or of a copy of it
 * @returns {Sources}
 */
export function readSources(root = ROOT) {
  const bundles = readPlatforms(root).map(({ entry, name, global }) => ({ entry, name, global }));
  return {
    files: generate(root),
    core: (file) => readFileSync(path.join(root, 'core', file), 'utf8'),
    bundles,
    original: library(),
  };
}

/**
 * The core with a mutant's change in it, for every program that has the changed lines.
 *
 * @param {Sources} sources
 * @param {import('./mutants.mjs').Mutant} mutant
 * @returns {Map<string, string>} the changed files of build/, by path
 */
export function applyMutant({ files, core, bundles }, { name, file, find, replace, also }) {
  const count = core(file).split(find).length - 1;
  if (count !== 1) {
    throw new Error(
      `mutant "${name}" no longer applies: core/${file} contains its text ${count} times, not once:\n${find}`,
    );
  }
  /** @type {Map<string, string>} */
  const changed = new Map();
  for (const { name: program, global } of bundles) {
    const target = `build/${program}/${file}`;
    const said = bind(find, global);
    const text = files.get(target) ?? '';
    if (text.split(said).length !== 2) continue;
    const first = text.replace(said, () => bind(replace, global));
    if (also && first.split(also[0]).length !== 2)
      throw new Error(`mutant "${name}" no longer applies: core/${file} lacks\n${also[0]}`);
    changed.set(target, also ? first.replace(also[0], () => also[1]) : first);
  }
  if (changed.size === 0) throw new Error(`mutant "${name}" no longer applies: no program has its text:\n${find}`);
  return changed;
}

/** The core's `host(options)` as a program says it. @param {string} text @param {string | undefined} global */
function bind(text, global) {
  return text.replace(/\bhost\(([^()]*)\)/g, (_, options) => global ?? `${options}.platform`);
}

/**
 * @param {Sources} sources
 * @param {Map<string, string>} changed
 * @returns {Promise<Map<string, string>>} the text of each bundle that is not as it was, by its entry
 */
export async function bundleAll({ files, bundles }, changed) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const { entry, name } of bundles) {
    if (![...changed.keys()].some((file) => file.startsWith(`build/${name}/`))) continue;
    texts.set(entry, await bundleOne(`build/${name}`, (file) => changed.get(file) ?? files.get(file)));
  }
  return texts;
}

/** @param {string} folder @param {(file: string) => string | undefined} read */
async function bundleOne(folder, read) {
  const { outputFiles } = await build({
    entryPoints: ['program'],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2018',
    footer: { js: 'module.exports = Object.assign(module.exports.default, module.exports);' },
    plugins: [
      {
        name: 'in memory',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ path: asked, importer }) => ({
            path: importer ? `${path.posix.join(path.posix.dirname(importer), asked)}.ts` : `${folder}/index.ts`,
            namespace: 'core',
          }));
          onLoad({ filter: /.*/, namespace: 'core' }, ({ path: file }) => ({
            contents: read(file),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}
