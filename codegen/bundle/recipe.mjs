// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import replace from '@rollup/plugin-replace';
import { dts } from 'rollup-plugin-dts';
import { readBundles } from '../bundles.mjs';
import { declarationFile } from '../declaration-file.mjs';
import { aboutPart, banner } from './banner.mjs';
import { commonjsDeclarations, moduleDeclarations } from './declarations.mjs';
import { commonjs, readable } from './formats.mjs';
import { minified } from './minify.mjs';
import { transpile } from './transpile.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const pkg = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** @param {import('../manifest.mjs').Platform} [platform] */
const facts = (platform) => ({
  __VERSION__: pkg.version,
  __GLOBAL__: platform?.global ?? platform?.globals[0] ?? '',
  __TITLE__: platform?.manifest.title.en ?? '',
});

const transpiled = transpile(root);

/**
 * What rollup makes of one bundle: its code in three forms, and its declarations in two.
 *
 * @param {import('../bundles.mjs').Bundle} bundle
 */
function configsOfBundle(bundle) {
  const { name, part, program } = bundle;
  const source = `build/${program}/${part}.ts`;
  const version = replace({ preventAssignment: true, values: facts(bundle.platform) });
  const about = aboutPart(root, part);
  /** @param {'required' | 'imported'} use */
  const bannerFor = (use) => (/** @type {string[]} */ exported) => banner(pkg, bundle, about, use, exported);
  const [required, imported] = [bannerFor('required'), bannerFor('imported')];
  return [
    {
      input: path.join(root, source),
      // Nothing is computed when a property is read, neither in the core nor in a host.
      treeshake: { propertyReadSideEffects: false },
      plugins: [transpiled, version],
      output: [
        { file: `dist/${name}.js`, plugins: [commonjs({ part, strict: true }), readable(required)] },
        { file: `dist/${name}.mjs`, plugins: [readable(imported)] },
        { file: `dist/${name}.min.js`, plugins: [commonjs({ part, strict: false }), minified(root, bundle)] },
      ],
    },
    {
      input: path.join(root, declarationFile(source)),
      plugins: [version, dts()],
      output: [
        { file: `dist/${name}.d.ts`, plugins: [commonjsDeclarations(part), readable(required)] },
        { file: `dist/${name}.d.mts`, plugins: [moduleDeclarations(part), readable(imported)] },
      ],
    },
  ];
}

/** @param {string} program */
export function configsOf(program) {
  return readBundles(root)
    .filter((bundle) => bundle.program === program)
    .flatMap(configsOfBundle);
}
