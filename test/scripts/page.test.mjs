// @ts-check
import { expect, test } from 'vitest';
import { fill, table } from '../../scripts/page.mjs';

test('what was measured replaces what is between the marks, and only that', () => {
  const page = 'before\n<!-- soak:start -->\nold\n<!-- soak:end -->\nafter\n';
  const once = fill('page.md', page, 'soak', 'new');
  expect(once).toBe('before\n<!-- soak:start -->\n\nnew\n\n<!-- soak:end -->\nafter\n');
  expect(fill('page.md', once, 'soak', 'new')).toBe(once);
});

test.each(['no marks', '<!-- soak:end --> <!-- soak:start -->', '<!-- soak:start -->'])(
  'a page without the marks is an error that says what to add: %s',
  (page) => {
    expect(() => fill('page.md', page, 'soak', 'new')).toThrow(
      'page.md lacks the marks of these figures: add a line <!-- soak:start --> and below it a line <!-- soak:end -->',
    );
  },
);

test('a table', () => {
  expect(table(['a', 'b'], [['x', 1]], '---:')).toBe('| a | b |\n| --- | ---: |\n| x | 1 |');
});
