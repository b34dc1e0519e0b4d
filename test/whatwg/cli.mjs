// @ts-check
/**
 * Writes the tables of deviations for the docs, from what the tests see on every host.
 *
 *   npm run deviations
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../lab/subjects.mjs';
import { CLASSES, runOn } from './classes.mjs';
import { departures, PAGES, tableOf } from './table.mjs';

const results = [];
for (const subject of CLASSES.filter(({ form }) => form === 'js')) {
  const seen = await runOn(subject);
  results.push({ host: subject.host, seen });
  console.log(`${subject.part} on ${subject.host}: ${departures(seen).join(', ')}`);
}
for (const language of /** @type {(keyof typeof PAGES)[]} */ (Object.keys(PAGES))) {
  const file = path.join(root, PAGES[language]);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, tableOf(results, language));
}
process.exit();
