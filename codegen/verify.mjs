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
import { FACTS, readFacts } from './facts.mjs';
import { readPlatforms } from './manifest.mjs';
import { foreignNames } from './proof/foreign.mjs';
import { compareHostMembers } from './proof/host-methods.mjs';
import { findUnknownAnswers } from './proof/messages.mjs';
import { prove } from './proof/prove.mjs';
import { weigh } from './sizes.mjs';

const CODE = ['.js', '.mjs', '.min.js'];
const TYPES = ['.d.ts', '.d.mts'];

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const platforms = readPlatforms(root);
const bundles = readBundles(root);
const { givenOnly } = readFacts(path.join(root, FACTS));
const { budgets = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** @param {string} file */
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** @type {string[]} */
const proofs = [];
for (const { name, part, platform } of bundles) {
  const texts = CODE.map((extension) => ({ extension, code: read(`dist/${name}${extension}`) }));
  for (const { extension, code } of texts) {
    const bundle = {
      file: `dist/${name}${extension}`,
      code,
      isModule: extension === '.mjs',
      isMinified: extension === '.min.js',
      isCallable: part === 'index',
      globals: platform?.globals ?? [],
      foreign: foreignNames(platform, platforms),
      unknown: platform?.isGiven ? [] : givenOnly,
    };
    proofs.push(
      ...prove(bundle),
      ...(await findUnknownAnswers(bundle)).map((message) => `${bundle.file}:1:1 - ${message}`),
    );
  }
  const [readable, , minified] = texts.map(({ code }) => code);
  if (platform && !platform.adapter) {
    proofs.push(...compareHostMembers({ name, readable, minified, global: platform.global }));
  }
}
const made = new Set(bundles.flatMap(({ name }) => [...CODE, ...TYPES].map((extension) => `${name}${extension}`)));
const left = readdirSync(path.join(root, 'dist'))
  .filter((file) => !made.has(file))
  .map((file) => `dist/${file} is made of nothing any more: remove it.`);
const weights = weigh(
  bundles.map(({ name }) => ({ entry: name, code: read(`dist/${name}.min.js`) })),
  budgets,
);

console.log(weights.table);
const problems = [...proofs, ...left, ...weights.problems];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
