// @ts-check
// `npm run size`: where the bytes of each minified bundle go. A function's share is what the bundle saves without it,
// so shares overlap and do not add up. Writes the table into docs/size.md.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { minify } from 'terser';
import { minifyOptions } from '../codegen/bundle/minify.mjs';
import { readBundles } from '../codegen/bundles.mjs';
import { keepOnPage, table } from './page.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const entries = ['wechat', 'alipay', 'index'];
const bundles = readBundles(root);
const smallest = 25;

/** @param {string} code @param {string} entry */
async function weigh(code, entry) {
  const bundle = bundles.find(({ name }) => name === entry);
  if (!bundle) throw new RangeError(`there is no bundle "${entry}".`);
  const options = minifyOptions(root, bundle, code);
  const { code: minified = '' } = await minify(code, { ...options, compress: { ...options.compress, unused: false } });
  return gzipSync(minified, { level: 9 }).length;
}

/** @param {string} entry */
async function shares(entry) {
  const code = readFileSync(path.join(root, 'dist', `${entry}.js`), 'utf8');
  const whole = await weigh(code, entry);
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const statement of parse(code, { ecmaVersion: 5 }).body) {
    const name = nameOf(statement);
    if (name) found.set(name, whole - (await weigh(code.slice(0, statement.start) + code.slice(statement.end), entry)));
  }
  return found;
}

/** @param {any} statement */
function nameOf(statement) {
  if (statement.type === 'FunctionDeclaration') return statement.id.name;
  return statement.type === 'VariableDeclaration' ? statement.declarations[0].id.name : '';
}

const columns = await Promise.all(entries.map(shares));
const names = [...new Set(columns.flatMap((column) => [...column.keys()]))]
  .map((name) => ({ name, bytes: columns.map((column) => column.get(name) ?? 0) }))
  .filter(({ bytes }) => Math.max(...bytes) >= smallest)
  .sort((a, b) => Math.max(...b.bytes) - Math.max(...a.bytes));
const rows = names.map(({ name, bytes }) => [`\`${name}\``, ...bytes.map((count) => count || '–')]);
const page = table(['part', ...entries], rows, '---:');

console.log(page);
keepOnPage('docs/size.md', 'bytes', page);
