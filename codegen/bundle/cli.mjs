// @ts-check
/**
 * Makes dist/ of build/, as recipe.mjs says, on all cores.
 *
 *   node codegen/bundle/cli.mjs
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBundles } from '../bundles.mjs';
import { share } from '../crew.mjs';
import { findStale, replaceFile } from '../write.mjs';
import { formatAll } from './format.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const programs = [...new Set(readBundles(root).map(({ program }) => program))];
/** @type {Map<string, string>[]} */
const made = await share(new URL('./worker.mjs', import.meta.url), programs);
const bundles = new Map(made.flatMap((texts) => [...texts]));
const readable = new Map([...bundles].filter(([file]) => !file.endsWith('.min.js')));
const names = new Map([...readable].map(([file, text]) => [path.basename(file), text]));
for (const [name, text] of formatAll(root, names)) bundles.set(`dist/${name}`, text);

mkdirSync(path.join(root, 'dist'), { recursive: true });
const stale = findStale(root, bundles);
for (const file of stale) replaceFile(path.join(root, file), /** @type {string} */ (bundles.get(file)));
console.log(`bundles: ${stale.length === 0 ? 'nothing to do' : `${stale.length} files written`}.`);
