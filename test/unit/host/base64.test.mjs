// @ts-check
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64ToBytes, bytesToBase64 } from '../../../build/universal/host/base64';

const bufferOf = (/** @type {number[]} */ bytes) => new Uint8Array(bytes).buffer;
const hex = (/** @type {ArrayBuffer} */ buffer) => Buffer.from(buffer).toString('hex');
const anyBytes = fc.uint8Array({ maxLength: 300 });

describe('bytes to text', () => {
  test.each([
    [[], ''],
    [[0], 'AA=='],
    [[0, 0], 'AAA='],
    [[0, 0, 0], 'AAAA'],
    [[251, 255, 191], '+/+/'],
    [[255], '/w=='],
    [[1, 2, 3, 4], 'AQIDBA=='],
  ])('%j is %s', (bytes, text) => {
    expect(bytesToBase64(bufferOf(bytes))).toBe(text);
  });

  test('is what Buffer says, for any bytes', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(bytesToBase64(bytes.slice().buffer)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });
});

describe('text to bytes', () => {
  test('is an ArrayBuffer', () => {
    expect(base64ToBytes('AQI=')).toStrictEqual(bufferOf([1, 2]));
  });

  test('is what Buffer says, for any text of digits, padded or not', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'ABCDXYZabcxyz0189+/'), maxLength: 80 });
    fc.assert(
      fc.property(digits, fc.constantFrom('', '=', '=='), (text, padding) => {
        expect(hex(base64ToBytes(text + padding))).toBe(Buffer.from(text, 'base64').toString('hex'));
      }),
    );
  });

  test('passes over line breaks', () => {
    expect(hex(base64ToBytes('AQ\r\nID\nBA=='))).toBe('01020304');
  });

  test('brings back any bytes', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(hex(base64ToBytes(bytesToBase64(bytes.slice().buffer)))).toBe(Buffer.from(bytes).toString('hex'));
      }),
    );
  });
});
