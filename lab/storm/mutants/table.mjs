// @ts-check
/** The table of mutants. */
import { table } from '../../../scripts/page.mjs';

const HEAD = ['what went wrong elsewhere', 'the mutant', 'caught by', 'with the words', 'on', 'steps'];

/** @param {import('./hunt.mjs').Catch[]} catches */
export function tableOf(catches) {
  const rows = catches.map(({ mutant, rule, what, subject = '', steps }) => {
    const by = rule ? `rule ${rule}` : `test: ${mutant.by}`;
    return [mutant.lesson, `${mutant.name} (\`core/${mutant.file}\`)`, by, firstWords(what), subject, steps];
  });
  return table(HEAD, rows);
}

/** What a rule said, cut for a cell. */
export function firstWords(what = '') {
  return what.split('\n')[0].slice(0, 120);
}
