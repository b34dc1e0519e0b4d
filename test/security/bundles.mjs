// @ts-check
/** Every built file, and the hosts it is tried on here. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'acorn';

const root = resolve(import.meta.dirname, '../..');

/** The global that an entry takes for its host, and the kinds of bare host it meets. */
const ENTRIES = {
  index: { name: 'platform', kinds: ['task', 'single'] },
  wechat: { name: 'wx', kinds: ['task'] },
  alipay: { name: 'my', kinds: ['single', 'nested'] },
  baidu: { name: 'swan', kinds: ['task'] },
};

/**
 * @typedef {{ file: string, name: string, kinds: string[] }} Bundle
 * @type {Bundle[]}
 */
export const bundles = Object.entries(ENTRIES).flatMap(([entry, of]) =>
  ['js', 'min.js', 'mjs'].map((extension) => ({ file: `dist/${entry}.${extension}`, ...of })),
);

/** @param {string} file from the root */
export const pathOf = (file) => resolve(root, file);

/** @param {string} file from the root */
export const read = (file) => readFileSync(pathOf(file), 'utf8');

/** @param {string} code @returns {any} */
export const toProgram = (code) =>
  parse(code, { ecmaVersion: 2022, sourceType: /^export /m.test(code) ? 'module' : 'script', locations: true });
