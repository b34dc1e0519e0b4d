// @ts-check
import { restoreBlankLines } from './layout.mjs';

/** The last statement of an ES bundle as rollup writes it. */
const EXPORTS = /\nexport \{ ([^}]+) \};\s*$/;

/** What declarations export besides types, which cannot be required. */
const VALUES = /^export \{ ([^}]+) \};$/m;

/**
 * Reads what a bundle exports: public name to local name.
 *
 * @param {string} code
 * @returns {Map<string, string>}
 */
export function exportsOf(code) {
  const list = EXPORTS.exec(code)?.[1];
  const items = list?.split(', ') ?? [];
  return new Map(
    items.map((item) => {
      const [local, name = local] = item.split(' as ');
      return [name, local];
    }),
  );
}

/**
 * A rollup plugin that puts output under its banner, with blank lines; its format is for `formatAll`.
 *
 * @param {(exported: string[]) => string} banner
 * @returns {import('rollup').OutputPlugin}
 */
export function readable(banner) {
  return {
    name: 'readable',
    renderChunk(code, chunk) {
      const values = VALUES.exec(code)?.[1]
        .split(', ')
        .map((item) => item.replace(/^.* as /, ''));
      return { code: `${banner(values ?? chunk.exports)}\n${restoreBlankLines(code)}`, map: null };
    },
  };
}

/**
 * A rollup plugin that turns an ES bundle into CommonJS. Of the index the module is the default export itself, callable
 * as `require` returns it, with everything exported as its members; of another part it is an object of what is exported.
 *
 * @param {{ part: string, strict: boolean }} options
 * @returns {import('rollup').OutputPlugin}
 */
export function commonjs({ part, strict }) {
  return {
    name: 'commonjs',
    renderChunk(code) {
      const names = exportsOf(code);
      if (names.size === 0) this.error(`core/${part}.ts exports nothing.`);
      const main = part === 'index' ? names.get('default') : 'exports';
      if (!main) this.error('core/index.ts has no default export: add "export default MdeWebsocket".');
      const tail = part === 'index' ? `${membersOf(main, names)}module.exports = ${main};\n` : membersOf(main, names);
      const body = code.replace(EXPORTS, () => `\n${tail}`);
      return { code: strict ? `'use strict';\n\n${body.trimStart()}` : body, map: null };
    },
  };
}

/**
 * Statements that put everything exported on an object, each value once under all its names, the default first.
 *
 * @param {string} object
 * @param {Map<string, string>} names
 */
function membersOf(object, names) {
  const main = names.get('default');
  const locals = [...new Set(main ? [main, ...names.values()] : names.values())];
  const lines = locals.map((local) => {
    const own = [...names].filter(([, other]) => other === local).map(([name]) => `${object}.${name} = `);
    return `${own.join('')}${local};\n`;
  });
  return `${object}.__esModule = true;\n${lines.join('')}`;
}
