// @ts-check
import { describe, expect, test } from 'vitest';
import { EXPLAINED, EXPLAINED_FACTS } from '../../../lab/mutation/explained.mjs';
import { pageOf } from '../../../lab/mutation/page.mjs';
import { factProblemsOf, problemsOf, readReport, totalOf } from '../../../lab/mutation/survivors.mjs';

const source = 'const a = 1;\nexport const b = a > 0;\n';
/** @param {string} status @param {string} [replacement] */
const mutant = (status, replacement = 'a >= 0') => ({
  status,
  replacement,
  location: { start: { line: 2, column: 18 }, end: { line: 2, column: 23 } },
});
/** @param {...any} mutants */
const reportOf = (...mutants) => readReport({ files: { 'build/universal/b.ts': { source, mutants } } });
const killed = Array.from({ length: 9 }, () => mutant('Killed'));
const why = { file: 'core/b.ts', code: 'a > 0', change: 'a >= 0', why: 'a is 1' };

describe('a report of Stryker', () => {
  test('is read in the terms of the core', () => {
    const report = reportOf(mutant('Killed'), mutant('Timeout'), mutant('Survived'), mutant('NoCoverage', 'true'));
    expect(totalOf(report.files)).toMatchObject({ seen: 2, unseen: 2, score: 50 });
    expect(report.survivors).toEqual([
      { file: 'core/b.ts', code: 'a > 0', change: 'a >= 0', line: 'export const b = a > 0;' },
      { file: 'core/b.ts', code: 'a > 0', change: 'true', line: 'export const b = a > 0;' },
    ]);
  });

  test.each([
    ['with nothing left over is fine', reportOf(mutant('Killed')), [], []],
    ['whose survivor is explained is fine', reportOf(...killed, mutant('Survived')), [why], []],
    ['whose survivor is not is a problem', reportOf(...killed, mutant('Survived')), [], ['says nothing of it']],
    ['that lacks a survivor which is explained is one', reportOf(mutant('Killed')), [why], ['did not survive']],
    ['below 90 % is one, however well explained', reportOf(mutant('Survived')), [why], ['below 90 %']],
  ])('%s', (_, report, explained, problems) => {
    const found = problemsOf(report, explained);
    expect(found).toHaveLength(problems.length);
    for (const [at, problem] of problems.entries()) expect(found[at]).toContain(problem);
  });
});

test('a fact that nobody sees changed must be explained, and no other', () => {
  const changes = [{ fact: 'wechat: a floor of 0.1.0' }, { fact: 'wechat: another global', by: 'codegen: no wx2' }];
  expect(factProblemsOf(changes, [{ fact: 'wechat: a floor of 0.1.0' }])).toEqual([]);
  expect(factProblemsOf(changes, [])).toEqual([expect.stringContaining('a floor of 0.1.0')]);
  expect(factProblemsOf(changes, [{ fact: 'wechat: a floor of 0.1.0' }, { fact: 'wechat: another global' }])).toEqual([
    'explained, but it is seen: wechat: another global',
  ]);
});

test('the page gives the score, the survivors and the facts, with a reason each', () => {
  const page = pageOf(
    reportOf(...killed, mutant('Survived')),
    [why],
    [{ fact: 'a fact' }],
    [{ fact: 'a fact', why: 'none' }],
  );
  expect(page).toContain('| all | 90.0 % | 9 | 1 |');
  expect(page).toContain('| `core/b.ts` | `a > 0` | `a >= 0` | a is 1 |');
  expect(page).toContain('| a fact | nobody: none |');
});

test('every explanation has a reason', () => {
  for (const one of [...EXPLAINED, ...EXPLAINED_FACTS]) expect(one.why.length).toBeGreaterThan(5);
});
