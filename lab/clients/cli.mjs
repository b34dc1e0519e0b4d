// @ts-check
/** `npm run test:clients`: see README.md of this folder. */
import { availableParallelism } from 'node:os';
import { readArguments } from './args.mjs';
import { groupsOf, runGroup } from './groups.mjs';
import { installLibrary } from './program/library.mjs';
import { printReport, writeReport } from './report.mjs';
import { setUp } from './setup.mjs';
import { checkTypes } from './types/check.mjs';

const { cases, ways, withTypes, seed, verbose } = readArguments();

const from = Date.now();
const troubles = setUp(cases);
installLibrary();
/** @type {import('./report.mjs').Result[]} */
const results = [];
const groups = groupsOf(cases);
const lanes = Array.from({ length: Math.max(4, availableParallelism() * 2) }, async () => {
  for (let group = groups.shift(); group; group = groups.shift()) {
    results.push(...(await runGroup(group, { ways, seed, verbose })));
  }
});
await Promise.all(lanes);
if (withTypes) results.push({ name: 'types', way: 'tsc', server: '', checks: checkTypes() });

const ms = Date.now() - from;
printReport(results);
writeReport({ results, troubles, seed, ms });
for (const trouble of troubles) console.log(`FAILED ${trouble}`);
const outcomes = results.flatMap(({ checks }) => Object.values(checks).map(({ ok }) => ok));
const failed = outcomes.filter((ok) => !ok).length + troubles.length;
console.log(`${Math.round(ms / 1000)} s`);
console.log(`${outcomes.length + troubles.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0;
