// @ts-check
/**
 * The polyfills as one file in each of its forms. They are built here until codegen puts them into dist/.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rollup } from 'rollup';
import { minify } from 'terser';
import ts from 'typescript';
import { minifyOptions } from '../../../codegen/bundle/minify.mjs';
import { readCore } from '../../../codegen/core.mjs';
import { findPrivateNames } from '../../../codegen/private-names.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

/** @returns {Promise<{ readable: string, minified: string }>} CommonJS */
export async function buildPolyfills() {
  const bundle = await rollup({ input: path.join(root, 'core/polyfills.ts'), plugins: [typescript()] });
  const { output } = await bundle.generate({ format: 'cjs', strict: false, esModule: false });
  const core = readCore(root);
  const entry = core.files.find(({ fileName }) => fileName.endsWith('/core/polyfills.ts'));
  const names = findPrivateNames({ ...core, entry: /** @type {any} */ (entry) });
  const options = minifyOptions(root);
  options.compress.hoist_vars = false;
  options.mangle.properties.regex = new RegExp(`^(${names.join('|')})$`);
  const { code = '' } = await minify(output[0].code, options);
  return { readable: output[0].code, minified: code };
}

/** @returns {import('rollup').Plugin} */
function typescript() {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return {
    name: 'typescript',
    resolveId: (source, importer) => (importer ? `${path.resolve(path.dirname(importer), source)}.ts` : null),
    load: (id) => readFileSync(id, 'utf8'),
    transform(code, fileName) {
      const { outputText } = ts.transpileModule(code, { fileName, compilerOptions: { ...options, noEmit: false } });
      if (/from "tslib"/.test(outputText)) this.error(`${fileName} makes TypeScript emit a helper: write that in ES5.`);
      return outputText;
    },
  };
}
