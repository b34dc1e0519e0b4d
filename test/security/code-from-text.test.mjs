// @ts-check
import { describe, expect, test } from 'vitest';
import { ownV8 } from '../../lab/engines/shells.mjs';
import { bundles, read } from './bundles.mjs';
import { findCodeFromText } from './code-from-text.mjs';

test.each(bundles)('nothing in $file makes code of text', ({ file }) => {
  expect(findCodeFromText(read(file))).toEqual([]);
});

describe('it would be found', () => {
  test.each([
    ['eval(text)', '1: eval'],
    ['var run = eval; run(text)', '1: eval'],
    ['(0, eval)(text)', '1: eval'],
    ['host["eval"](text)', "1: 'eval'"],
    ['new Function(text)', '1: Function'],
    ['Function("return this")()', '1: Function'],
    ['[].filter.constructor(text)()', '1: constructor'],
    ['setTimeout("go()", 0)', '1: a timer whose callback is no function'],
    ['host.setTimeout("go(" + data + ")", 0)', '1: a timer whose callback is no function'],
    ['setInterval(go, 1)', '1: setInterval'],
    ['import(name)', '1: import()'],
  ])('%s', (code, finding) => {
    expect(findCodeFromText(code)).toContain(finding);
  });
});

// test/lab/engines lives a whole life in this context, whose timers take functions only.
test('the context in which bundles are run forbids code from text', () => {
  expect(() => ownV8('eval("1")')).toThrow(/Code generation from strings disallowed/);
  expect(() => ownV8('new Function("return 1")')).toThrow(/Code generation from strings disallowed/);
});
