// @ts-check
const EXPORTS = /\nexport \{ ([^}]+) \};\s*(?:export type \{ ([^}]+) \};\s*)?$/;

/**
 * A rollup plugin that turns ES declarations into those of a CommonJS module which is its default export: callable as
 * `require` returns it, with every other export as a member of a namespace of the same name. Those of a part that is no
 * index stay as they are: its module is an object of what it exports.
 *
 * @param {string} part
 * @returns {import('rollup').OutputPlugin}
 */
export function commonjsDeclarations(part) {
  return {
    name: 'commonjs-declarations',
    renderChunk(code) {
      if (part !== 'index') return null;
      const found = EXPORTS.exec(code);
      const main = found && /(?:^|, )(\w+) as default(?:,|$)/.exec(found[1])?.[1];
      if (!found || !main) this.error('the declarations have no default export.');
      const types = found[2] ? `  export type { ${found[2]} };\n` : '';
      const tail = `\ndeclare namespace ${main} {\n  export { ${found[1]} };\n${types}}\nexport = ${main};\n`;
      return { code: code.replace(EXPORTS, () => tail), map: null };
    },
  };
}
