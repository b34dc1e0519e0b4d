// @ts-check
/**
 * Runs every bundle in the engines that users have, and writes down how it went.
 *
 *   npm run engines
 *
 * Exit code 1 when a check fails or an engine does not run, 2 when there are arguments.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { keepOnPage } from '../../scripts/page.mjs';
import { allEngines } from './catalogue.mjs';
import { installJsc, installPackages } from './installed.mjs';
import { judge } from './judge.mjs';
import { bundles, programOf, root, subjectsOf } from './program.mjs';
import { toMarkdown, toText } from './report.mjs';

/** @type {string[]} */
const problems = [];

const given = process.argv.slice(2);
if (given.length === 0) await main();
else {
  console.error(`usage: npm run engines, without arguments; got ${given.join(' ')}`);
  process.exitCode = 2;
}

async function main() {
  installPackages();
  installJsc();
  /** @type {import('./report.mjs').Row[]} */
  const rows = [{ engine: 'acorn', standsFor: 'ES5 as a grammar', cells: parseAll() }];
  for (const engine of await allEngines()) {
    const { standsFor } = engine;
    if ('missing' in engine) {
      problems.push(`${engine.name} did not run: ${engine.missing}`);
      rows.push({ engine: engine.name, standsFor, cells: new Map(bundles.map((bundle) => [bundle, 'did not run'])) });
    } else {
      rows.push({ engine: `${engine.name} ${engine.version}`, standsFor, cells: runAll(engine) });
    }
  }
  const table = toMarkdown(bundles, rows);
  console.log(toText(table));
  if (problems.length === 0) keepOnPage('docs/reliability.md', 'engines', table);
  for (const problem of problems) console.error(`\n${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}

function parseAll() {
  return new Map(
    bundles.map((bundle) => {
      try {
        parse(readFileSync(path.join(root, bundle), 'utf8'), { ecmaVersion: 5 });
        return [bundle, 'parses'];
      } catch (error) {
        problems.push(`${bundle} is not ES5: ${/** @type {Error} */ (error).message}`);
        return [bundle, 'FAILED'];
      }
    }),
  );
}

/** @param {import('./catalogue.mjs').Engine} engine */
function runAll(engine) {
  return new Map(
    bundles.map((bundle) => {
      const { passed, total, mistakes } = runOne(engine, bundle);
      for (const mistake of mistakes) problems.push(`${bundle} in ${engine.name} ${engine.version}, ${mistake}`);
      return [bundle, mistakes.length === 0 ? `${passed}` : `FAILED ${total - passed} of ${total}`];
    }),
  );
}

/** @param {import('./catalogue.mjs').Engine} engine @param {string} bundle */
function runOne(engine, bundle) {
  const subjects = subjectsOf(bundle);
  try {
    return judge(subjects, engine.run(programOf(bundle)));
  } catch (error) {
    const { total } = judge(subjects, '');
    return { passed: 0, total, mistakes: [/** @type {Error} */ (error).message] };
  }
}
