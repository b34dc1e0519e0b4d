// @ts-check
/** The table of mutants, in the docs between two marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const DOCS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../docs/reliability.md');
const BEGIN = '<!-- mutants:begin, written by npm run mutants -->';
const END = '<!-- mutants:end -->';

/** @param {import('./hunt.mjs').Catch[]} catches */
export function tableOf(catches) {
  const rows = catches.map(({ mutant, rule, what = '', subject = '', steps }) => {
    const by = rule ? `rule ${rule}` : `test: ${mutant.by}`;
    return `| ${mutant.lesson} | ${mutant.name} (\`core/${mutant.file}\`) | ${by} | ${what.split('\n')[0].slice(0, 120)} | ${subject} | ${steps} |`;
  });
  return [
    '| what went wrong elsewhere | the mutant | caught by | with the words | on | steps |',
    '| --- | --- | --- | --- | --- | ---: |',
    ...rows,
  ].join('\n');
}

/** @param {string} table */
export function writeDocs(table) {
  const text = readFileSync(DOCS, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`docs/reliability.md has lost its marks: "${BEGIN}" and "${END}"`);
  writeFileSync(DOCS, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}
