// @ts-check
/**
 * The last step of the build: proves of every bundle in dist/ what its users are promised, and weighs it.
 *
 *   node codegen/verify.mjs
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBundles } from './bundles.mjs';
import { share } from './crew.mjs';
import { readFacts } from './facts.mjs';
import { readPlatforms } from './manifest.mjs';
import { foreignNames } from './proof/foreign.mjs';
import { weigh } from './sizes.mjs';

const CODE = ['.js', '.mjs', '.min.js'];
const TYPES = ['.d.ts', '.d.mts'];

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const platforms = readPlatforms(root);
const bundles = readBundles(root);
const { budgets = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** @param {string} file */
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** @type {string[][]} */
const proofs = await share(
  new URL('./proof/worker.mjs', import.meta.url),
  bundles.map(({ name, part, program, platform }) => ({
    texts: Object.fromEntries(CODE.map((extension) => [extension, read(`dist/${name}${extension}`)])),
    name,
    isCallable: part === 'index',
    isGiven: Boolean(platform?.isGiven),
    globals: platform?.globals ?? [],
    foreign: foreignNames(platform, platforms),
    unknown: platform?.isGiven ? [] : readFacts(root, program).givenOnly,
  })),
);
const made = new Set(bundles.flatMap(({ name }) => [...CODE, ...TYPES].map((extension) => `${name}${extension}`)));
const left = readdirSync(path.join(root, 'dist'))
  .filter((file) => !made.has(file))
  .map((file) => `dist/${file} is made of nothing any more: remove it.`);
const weights = weigh(
  bundles.map(({ name }) => ({ entry: name, code: read(`dist/${name}.min.js`) })),
  budgets,
);

console.log(weights.table);
const problems = [...proofs.flat(), ...left, ...weights.problems];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
