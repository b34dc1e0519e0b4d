// @ts-check
import { expect, test } from 'vitest';
import { applyMutant, readSources } from '../../../lab/storm/mutants/build.mjs';
import { MUTANTS } from '../../../lab/storm/mutants/mutants.mjs';

test('every mutant still applies to the core', () => {
  const sources = readSources();
  for (const mutant of MUTANTS) expect(applyMutant(sources, mutant).size, mutant.name).toBeGreaterThan(0);
});
