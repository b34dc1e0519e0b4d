// @ts-check
/**
 * Makes build/ and every derived part of other files from core/ and platforms/.
 *
 *   node codegen/cli.mjs            writes what is out of date
 *   node codegen/cli.mjs --check    only says what is out of date, and fails if anything is
 *
 * Everything is made and checked in memory first: when something is wrong, nothing on the disk changes.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBundles } from './bundles.mjs';
import { deriveFiles } from './derived/files.mjs';
import { becamePublic, readFacts } from './facts.mjs';
import { generateOnAllCores } from './generate.mjs';
import { CodegenError } from './problems.mjs';
import { findStale, replaceFile, replaceFolder } from './write.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const BUILD = 'build';

try {
  const flags = process.argv.slice(2);
  if (flags.every((flag) => flag === '--check')) await run(flags.length > 0);
  else {
    console.error('usage: node codegen/cli.mjs [--check]');
    process.exitCode = 2;
  }
} catch (error) {
  if (!(error instanceof CodegenError)) throw error;
  console.error(error.message);
  console.error(`codegen: ${error.problems.length} to put right; nothing was written.`);
  process.exitCode = 1;
}

/** @param {boolean} isCheck */
async function run(isCheck) {
  const programs = await generateOnAllCores(root);
  const bundles = readBundles(root);
  const files = deriveFiles(root, bundles);
  const staleFiles = findStale(root, files);
  const stalePrograms = findStale(root, programs, BUILD);
  const stale = [...stalePrograms, ...staleFiles];
  if (isCheck) {
    for (const file of stale) console.error(`${file} is stale: run node codegen/cli.mjs`);
    if (stale.length > 0) process.exitCode = 1;
    else console.log('codegen: everything derived is up to date.');
    return;
  }
  const names = [...new Set(bundles.map(({ program }) => program))];
  const before = names.map((program) => readFacts(root, program));
  if (stalePrograms.length > 0) replaceFolder(root, programs, BUILD);
  for (const file of staleFiles) replaceFile(path.join(root, file), /** @type {string} */ (files.get(file)));
  for (const [at, program] of names.entries()) {
    for (const line of becamePublic(program, before[at], readFacts(root, program))) console.log(`codegen: ${line}`);
  }
  console.log(`codegen: ${stale.length === 0 ? 'nothing to do' : `${stale.length} files written`}.`);
}
