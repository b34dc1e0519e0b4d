// @ts-check
/**
 * `npm run bench:clients`: which clients work over which classes, and what these cost. Writes results.json here and
 * docs/{en,zh}/clients/comparison.md; takes about ten minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installLibrary, lab, project } from '../program/library.mjs';
import { setUp } from '../setup.mjs';
import { costsOf } from './cost.mjs';
import { pagesOf } from './page.mjs';
import { runMatrix } from './run.mjs';
import { sizeOf } from './size.mjs';
import { CLIENTS, SUBJECTS } from './subjects.mjs';

const troubles = setUp(CLIENTS);
if (troubles.length > 0) throw new Error(troubles.join('\n'));
installLibrary();

const classes = SUBJECTS.filter(({ onlyMqtt }) => !onlyMqtt);
const { devDependencies } = JSON.parse(readFileSync(path.join(lab, 'package.json'), 'utf8'));
const results = {
  versions: Object.fromEntries(
    SUBJECTS.flatMap(({ name, package: from }) => (from ? [[name, devDependencies[from]]] : [])),
  ),
  sizes: Object.fromEntries(
    await Promise.all(classes.map(async (subject) => /** @type {const} */ ([subject.name, await sizeOf(subject)]))),
  ),
  costs: await costsOf(classes),
  runs: (await runMatrix(console.log)).sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en')),
};

const { en, zh } = pagesOf(results);
writeFileSync(path.join(lab, 'matrix/results.json'), `${JSON.stringify(results, null, 2)}\n`);
writeFileSync(path.join(project, 'docs/en/clients/comparison.md'), en);
writeFileSync(path.join(project, 'docs/zh/clients/comparison.md'), zh);
console.log('written: lab/clients/matrix/results.json, docs/en/clients/comparison.md, docs/zh/clients/comparison.md');
// What a peer leaves behind is of no interest.
process.exit();

/** A second run is to differ in what it measured, not in its order. @param {import('./run.mjs').Run} run */
function keyOf({ client, subject, behaviour }) {
  return `${client} | ${subject} | ${behaviour}`;
}
