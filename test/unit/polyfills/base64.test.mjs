// @ts-check
/** Base64, held to what Node makes of the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inEachForm, native } from './forms.mjs';

const latin1 = fc.array(fc.integer({ min: 0, max: 255 })).map((codes) => String.fromCharCode(...codes));

/** Text that is nearly base64. */
const digits = fc
  .array(fc.constantFrom(...'AQgw+/09zZ', '=', '=', ' ', '\n', '\f', '\u00a0', '-', '_', '好'), { maxLength: 9 })
  .map((parts) => parts.join(''));

inEachForm((own) => {
  describe('btoa', () => {
    test('makes the same text of any bytes', () => {
      fc.assert(
        fc.property(latin1, (given) => {
          expect(own.btoa(given)).toBe(native.btoa(given));
          expect(own.atob(own.btoa(given))).toBe(given);
        }),
        { numRuns: 500 },
      );
    });

    test('refuses what is no byte, by the name and the code of the standard', () => {
      expect(() => own.btoa('好')).toThrow(expect.objectContaining({ name: 'InvalidCharacterError', code: 5 }));
    });
  });

  describe('atob', () => {
    test('reads the same, and refuses the same', () => {
      fc.assert(
        fc.property(digits, (given) => {
          expect(result(own.atob, given)).toEqual(result(native.atob, given));
        }),
        { numRuns: 5000 },
      );
    });
  });
});

/** @param {(text: string) => string} call @param {string} given */
function result(call, given) {
  try {
    return call(given);
  } catch (error) {
    const { name, code } = /** @type {DOMException} */ (error);
    return { name, code };
  }
}
