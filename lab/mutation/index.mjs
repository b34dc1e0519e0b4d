// @ts-check
/**
 * `npm run mutation`: how many changes to the core and to what the platforms say go unseen. Fails if the score of the
 * core is below 90 %, if a survivor has no explanation, or if something a platform says can be changed unseen.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepOnPage } from '../../scripts/page.mjs';
import { EXPLAINED, EXPLAINED_FACTS } from './explained.mjs';
import { pageOf } from './page.mjs';
import { changePlatforms } from './platforms.mjs';
import { REPORT } from './stryker.config.mjs';
import { factProblemsOf, problemsOf, readReport } from './survivors.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

if (process.argv.length > 2) {
  console.error(`usage: npm run mutation; got ${process.argv.slice(2).join(' ')}`);
  process.exitCode = 2;
} else await main();

async function main() {
  runStryker();
  const report = readReport(JSON.parse(readFileSync(path.join(root, REPORT), 'utf8')));
  const facts = await changePlatforms(root);
  const problems = [...problemsOf(report, EXPLAINED), ...factProblemsOf(facts, EXPLAINED_FACTS)];
  const page = pageOf(report, EXPLAINED, facts, EXPLAINED_FACTS);
  console.log(`\n${page}\n`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else keepOnPage('docs/reliability.md', 'mutation', page);
}

function runStryker() {
  const manifest = createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json');
  const command = [path.join(path.dirname(manifest), 'bin/stryker.js'), 'run', 'lab/mutation/stryker.config.mjs'];
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('Stryker did not finish: see above.');
}
