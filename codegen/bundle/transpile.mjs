// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { keepLayout } from './layout.mjs';

/**
 * A rollup plugin that turns generated programs into ES5 modules, with the way back to core/: each file once for all
 * bundles that have it.
 *
 * @param {string} root
 * @returns {import('rollup').Plugin}
 */
export function transpile(root) {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  /** @type {Map<string, import('rollup').SourceDescription>} */
  const done = new Map();
  return {
    name: 'transpile',
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.')) return null;
      const file = path.resolve(path.dirname(importer), source);
      return [`${file}.ts`, path.join(file, 'index.ts')].find((candidate) => ts.sys.fileExists(candidate)) ?? null;
    },
    load(id) {
      return { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) };
    },
    transform(code, id) {
      const known = done.get(id);
      if (known) return known;
      const { outputText, sourceMapText } = ts.transpileModule(keepLayout(code), {
        fileName: id,
        compilerOptions: { ...options, noEmit: false, removeComments: false, sourceMap: true },
      });
      const helper = /import \{ (\w+).*\} from "tslib"/.exec(outputText)?.[1];
      if (helper) this.error(`${path.relative(root, id)} makes TypeScript emit "${helper}": write that in ES5.`);
      const map = JSON.parse(/** @type {string} */ (sourceMapText));
      const result = { code: outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'), map };
      done.set(id, result);
      return result;
    },
  };
}
