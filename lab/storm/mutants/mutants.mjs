// @ts-check
/**
 * Deliberate mutants of the core: for each defect that is to be impossible here, the smallest change that brings it back.
 * The storm must see every one of them.
 *
 * @typedef {{
 *   name: string,
 *   lesson: string,
 *   file: string,
 *   find: string,
 *   replace: string,
 *   also?: [string, string],
 *   only?: string,
 *   by?: string,
 * }} Mutant `also` is a second change in the same file; `only` is where the storm is let loose on it; `by` is the test that
 *   catches what no rule can see
 */
import { OTHERS } from './others.mjs';
import { PREDECESSOR } from './predecessor.mjs';

/** @type {Mutant[]} */
export const MUTANTS = [...PREDECESSOR, ...OTHERS];
