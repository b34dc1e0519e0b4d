// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import { dts } from 'rollup-plugin-dts';
import { commonjsDeclarations } from './codegen/bundle/declarations.mjs';
import { banner, commonjs, readable } from './codegen/bundle/formats.mjs';
import { minifyOptions } from './codegen/bundle/minify.mjs';
import { transpile } from './codegen/bundle/transpile.mjs';
import { readPlatforms } from './codegen/manifest.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const pkg = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const version = replace({ preventAssignment: true, values: { __VERSION__: pkg.version } });

export default readPlatforms(root).flatMap((platform) => {
  const { entry, name } = platform;
  const minify = terser(minifyOptions(root, entry));
  const input = `build/${name}/index.ts`;
  const from = entry === 'index' ? pkg.name : `./${entry}`;
  const required = banner(pkg, platform, `const MdeWebsocket = require('${from}');`);
  const imported = banner(pkg, platform, `import MdeWebsocket from '${from}';`);
  return [
    {
      input,
      plugins: [transpile(root), version],
      output: [
        { file: `dist/${entry}.js`, plugins: [commonjs({ strict: true }), readable(required, 'js')] },
        { file: `dist/${entry}.mjs`, plugins: [readable(imported, 'js')] },
        { file: `dist/${entry}.min.js`, plugins: [commonjs({ strict: false }), minify] },
      ],
    },
    {
      input,
      plugins: [dts({ compilerOptions: { types: [] } })],
      output: [
        { file: `dist/${entry}.d.ts`, plugins: [version, commonjsDeclarations(), readable(required, 'ts')] },
        { file: `dist/${entry}.d.mts`, plugins: [version, readable(imported, 'ts')] },
      ],
    },
  ];
});
