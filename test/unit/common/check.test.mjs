// @ts-check
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { checked, isData, kindOf, mismatch, PREFIX } from '../../../build/universal/common/check';

describe('an error says what came in one word', () => {
  test.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [1, 'number'],
    [0.5, 'number'],
    [0, '0'],
    [-0, '0'],
    [-1, 'less than 0'],
    [Number.NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, 'less than 0'],
    ['text', 'string'],
    [true, 'boolean'],
    [() => {}, 'function'],
    [{}, 'object'],
    [[], 'object'],
    [Symbol('s'), 'symbol'],
    [1n, 'bigint'],
    [new ArrayBuffer(1), 'bytes'],
    [new Uint8Array(1), 'bytes'],
    [new DataView(new ArrayBuffer(1)), 'bytes'],
    [runInNewContext('new ArrayBuffer(1)'), 'bytes'],
    [runInNewContext('new Uint8Array(1)'), 'bytes'],
  ])('%o is called %s', (value, kind) => {
    expect(kindOf(value)).toBe(kind);
  });
});

describe('a mismatch', () => {
  test('is one sentence with the name, what was expected and what came', () => {
    expect(mismatch('pongTimeout', 'a positive number', '3')).toBe(
      'mde-websocket: pongTimeout must be a positive number, got string',
    );
  });

  test.each(['secret', -48151623])('never shows the value: %o', (value) => {
    expect(mismatch('data', 'an object', value)).not.toContain(String(value));
  });

  test('begins with the name of the package', () => {
    expect(mismatch('a', 'b', 1).startsWith(PREFIX)).toBe(true);
  });
});

describe('a checked value', () => {
  test.each([
    ['a number from 0 or Infinity', 0],
    ['a number from 0 or Infinity', Infinity],
    ['a function or null', null],
  ])('is given back if it is %s: %o', (expected, value) => {
    expect(checked('x', expected, value)).toBe(value);
  });

  test('is a TypeError if it is anything else', () => {
    expect(() => checked('x', 'a positive number', 0)).toThrow(
      new TypeError('mde-websocket: x must be a positive number, got 0'),
    );
  });
});

describe('what can be sent', () => {
  test.each(['', 'text', new ArrayBuffer(0), new Uint8Array(2), new DataView(new ArrayBuffer(2))])('%o', (data) => {
    expect(isData(data)).toBe(true);
  });

  test.each([null, undefined, 0, 1, true, {}, [], () => 'text'])('not %o', (data) => {
    expect(isData(data)).toBe(false);
  });
});
