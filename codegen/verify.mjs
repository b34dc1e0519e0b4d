// @ts-check
/**
 * The last step of the build: proves of every bundle in dist/ what its users are promised, and weighs it.
 *
 *   node codegen/verify.mjs
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlatforms } from './manifest.mjs';
import { foreignNames } from './proof/foreign.mjs';
import { prove } from './proof/prove.mjs';
import { weigh } from './sizes.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const platforms = readPlatforms(root);
const { budgets = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** @param {string} file */
const read = (file) => readFileSync(path.join(root, file), 'utf8');

const proofs = platforms.flatMap((platform) =>
  ['.js', '.mjs', '.min.js'].flatMap((extension) => {
    const file = `dist/${platform.entry}${extension}`;
    const foreign = foreignNames(platform, platforms);
    const { globals } = platform;
    return prove({ file, code: read(file), isModule: extension === '.mjs', globals, foreign });
  }),
);
const weights = weigh(
  platforms.map(({ entry }) => ({ entry, code: read(`dist/${entry}.min.js`) })),
  budgets,
);

console.log(weights.table);
for (const problem of [...proofs, ...weights.problems]) console.error(problem);
if (proofs.length + weights.problems.length > 0) process.exitCode = 1;
