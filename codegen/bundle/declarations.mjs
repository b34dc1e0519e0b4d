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
  return changed('commonjs-declarations', part, ({ main, values, types }) => {
    const members = `  export { ${values} };\n${types ? `  export type { ${types} };\n` : ''}`;
    return `\ndeclare namespace ${main} {\n${members}}\nexport = ${main};\n`;
  });
}

/**
 * A rollup plugin that gives the ES declarations of an index the types of that namespace as well, so that
 * `MdeWebsocket.Task` is written alike for both. The values are no members of the function there.
 *
 * @param {string} part
 * @returns {import('rollup').OutputPlugin}
 */
export function moduleDeclarations(part) {
  return changed('module-declarations', part, ({ main, values, types }) => {
    if (!types) return `\nexport { ${values} };\n`;
    const namespace = `declare namespace ${main} {\n  export type { ${types} };\n}`;
    return `\n${namespace}\nexport { ${values} };\nexport type { ${types} };\n`;
  });
}

/**
 * @param {string} name
 * @param {string} part
 * @param {(exported: { main: string, values: string, types?: string }) => string} write the end of an index
 * @returns {import('rollup').OutputPlugin}
 */
function changed(name, part, write) {
  return {
    name,
    renderChunk(code) {
      if (part !== 'index') return null;
      const found = EXPORTS.exec(code);
      const main = found && /(?:^|, )(\w+) as default(?:,|$)/.exec(found[1])?.[1];
      if (!found || !main) this.error('the declarations have no default export.');
      return { code: code.replace(EXPORTS, () => write({ main, values: found[1], types: found[2] })), map: null };
    },
  };
}
