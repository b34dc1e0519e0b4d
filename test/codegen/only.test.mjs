// @ts-check
import { expect, test } from 'vitest';
import { generated, problemsOf } from './project.mjs';

const index = `export interface Options {
  /** One. @only givenHost */
  one: string;
  /**
   * Two.
   * @only givenHost
   */
  two: string;
  /** @only singleSocket */
  three: string;
  /** Four. */
  four: string;
}
`;

test('members tagged @only go where the trait is false', () => {
  expect(generated({ 'core/index.ts': index })).toBe(
    'export interface Options {\n  /** Four. */\n  four: string;\n}\n',
  );
});

test('where it is true only the tag goes', () => {
  expect(generated({ 'core/index.ts': index }, 'universal/index.ts')).toBe(
    `export interface Options {
  /** One. */
  one: string;
  /**
   * Two.
   */
  two: string;
  three: string;
  /** Four. */
  four: string;
}
`,
  );
});

test('a declaration may be tagged as a whole', () => {
  const text = '/** @only givenHost */\nexport interface Gone {}\n\nexport const kept = 1;\n';
  expect(generated({ 'core/index.ts': text })).toBe('export const kept = 1;\n');
});

test('with an exclamation mark it is the other way round', () => {
  const text = '/** @only !givenHost */\nexport const bound = 1;\n\n/** @only givenHost */\nexport const given = 1;\n';
  expect(generated({ 'core/index.ts': text })).toBe('export const bound = 1;\n');
  expect(generated({ 'core/index.ts': text }, 'universal/index.ts')).toBe('export const given = 1;\n');
});

test('an unknown trait is an error at the tag', () => {
  expect(problemsOf({ 'core/index.ts': '/** @only fastHost */\nexport interface Odd {}\n' })).toEqual([
    'core/index.ts:1:5 - @only names no trait: write one of givenHost, singleSocket.',
  ]);
});
