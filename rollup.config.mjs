// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import { dts } from 'rollup-plugin-dts';
import { aboutPart, banner } from './codegen/bundle/banner.mjs';
import { commonjsDeclarations } from './codegen/bundle/declarations.mjs';
import { commonjs, readable } from './codegen/bundle/formats.mjs';
import { minifyOptions } from './codegen/bundle/minify.mjs';
import { transpile } from './codegen/bundle/transpile.mjs';
import { readBundles } from './codegen/bundles.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const pkg = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** @param {import('./codegen/manifest.mjs').Platform} [platform] */
const facts = (platform) => ({
  __VERSION__: pkg.version,
  __GLOBAL__: platform?.global ?? platform?.globals[0] ?? '',
  __TITLE__: platform?.manifest.title.en ?? '',
});

export default readBundles(root).flatMap((bundle) => {
  const { name, part, program } = bundle;
  const version = replace({ preventAssignment: true, values: facts(bundle.platform) });
  const input = `build/${program}/${part}.ts`;
  const minify = terser(minifyOptions(root, name));
  const about = aboutPart(root, part);
  /** @param {'required' | 'imported'} use */
  const bannerFor = (use) => (/** @type {string[]} */ exported) => banner(pkg, bundle, about, use, exported);
  const [required, imported] = [bannerFor('required'), bannerFor('imported')];
  return [
    {
      input,
      plugins: [transpile(root), version],
      output: [
        { file: `dist/${name}.js`, plugins: [commonjs({ part, strict: true }), readable(required, 'js')] },
        { file: `dist/${name}.mjs`, plugins: [readable(imported, 'js')] },
        { file: `dist/${name}.min.js`, plugins: [commonjs({ part, strict: false }), minify] },
      ],
    },
    {
      input,
      plugins: [dts({ compilerOptions: { types: [] } })],
      output: [
        { file: `dist/${name}.d.ts`, plugins: [version, commonjsDeclarations(part), readable(required, 'ts')] },
        { file: `dist/${name}.d.mts`, plugins: [version, readable(imported, 'ts')] },
      ],
    },
  ];
});
