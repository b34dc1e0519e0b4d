// @ts-check
import { restoreLayout } from './layout.mjs';

/** The last statement of an ES bundle as rollup writes it. */
const EXPORTS = /\nexport \{ ([^}]+) \};\s*$/;

/**
 * The opening comment of a readable bundle.
 *
 * @param {{ name: string, version: string, license: string }} pkg
 * @param {Pick<import('../manifest.mjs').Platform, 'isGiven' | 'manifest'>} platform
 * @param {string} use the line that shows how to load this file
 */
export function banner({ name, version, license }, platform, use) {
  return `/*
 * ${name} ${version}, ${license} licence
 * A WebSocket connection that stays up, for ${platformPhrase(platform)}.
 *
 * ${use}
 */
`;
}

/** @param {Pick<import('../manifest.mjs').Platform, 'isGiven' | 'manifest'>} platform */
function platformPhrase({ isGiven, manifest }) {
  return isGiven ? manifest.title.en : `${manifest.title.en} ${manifest.for ?? 'mini programs'}`;
}

/**
 * Reads what a bundle exports: public name to local name.
 *
 * @param {string} code
 * @returns {Map<string, string>}
 */
export function exportsOf(code) {
  const list = EXPORTS.exec(code)?.[1] ?? '';
  return new Map(
    list.split(', ').map((item) => {
      const [local, name = local] = item.split(' as ');
      return [name, local];
    }),
  );
}

/**
 * A rollup plugin that makes output readable, under its banner.
 *
 * @param {string} banner
 * @param {'js' | 'ts'} language
 * @returns {import('rollup').OutputPlugin}
 */
export function readable(banner, language) {
  return {
    name: 'readable',
    renderChunk: (code) => ({ code: `${banner}\n${restoreLayout(code, language)}`, map: null }),
  };
}

/**
 * A rollup plugin that turns the ES bundle into CommonJS: the module is the default export itself, with everything
 * exported as its members.
 *
 * @param {{ strict: boolean }} options
 * @returns {import('rollup').OutputPlugin}
 */
export function commonjs({ strict }) {
  return {
    name: 'commonjs',
    renderChunk(code) {
      const names = exportsOf(code);
      const main = names.get('default');
      if (!main) this.error('core/index.ts has no default export: add "export default MdeWebsocket".');
      const same = [...names].filter(([, local]) => local === main).map(([name]) => `${main}.${name} = `);
      const others = [...names]
        .filter(([, local]) => local !== main)
        .map(([name, local]) => `${main}.${name} = ${local};\n`);
      const tail = `${main}.__esModule = true;\n${same.join('')}${main};\n${others.join('')}module.exports = ${main};\n`;
      const body = code.replace(EXPORTS, () => `\n${tail}`);
      return { code: strict ? `'use strict';\n\n${body.trimStart()}` : body, map: null };
    },
  };
}
