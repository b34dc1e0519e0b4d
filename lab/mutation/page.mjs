// @ts-check
/** The score, the survivors and the platforms as Markdown. */

import { table } from '../../scripts/page.mjs';
import { machine } from '../faults/machine.mjs';
import { totalOf } from './survivors.mjs';

/**
 * @param {import('./survivors.mjs').Report} report
 * @param {import('./survivors.mjs').Explanation[]} explained
 * @param {import('./platforms.mjs').Change[]} changes of what the platforms say
 * @param {{ fact: string, why: string }[]} explainedFacts
 */
export function pageOf({ files, survivors }, explained, changes, explainedFacts) {
  const scores = [...files, totalOf(files)].map(({ file, seen, unseen, score }) => [
    file,
    `${score.toFixed(1)} %`,
    seen,
    unseen,
  ]);
  const why = explained.map(({ file, code, change, why }) => [`\`${file}\``, cell(code), cell(change), why]);
  const facts = changes.map(({ fact, by }) => {
    const known = explainedFacts.find((other) => other.fact === fact);
    return [fact, by ?? `nobody: ${known?.why ?? 'unexplained'}`];
  });
  const seen = changes.filter(({ by }) => by).length;
  return [
    `${machine()}.`,
    table(['file', 'score', 'changes seen', 'unseen'], scores, '---:'),
    `The ${survivors.length} that no test saw, and why none can (a line may be about several):`,
    table(['file', 'code', 'becomes', 'why nobody sees it'], why),
    `What the platform folders say, each fact changed in turn: ${seen} of ${changes.length} seen.`,
    table(['changed', 'seen by'], facts),
  ].join('\n\n');
}

/** Code in a cell of a table. @param {string} code */
function cell(code) {
  return `\`${code.replace(/\s+/g, ' ').replaceAll('|', '\\|') || ' '}\``;
}
