// @ts-check
/** Text to UTF-8 and back, held to what Node makes of the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inEachForm, native, outcome } from './forms.mjs';

/** Any text, with halves of surrogate pairs. */
const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), halves())).map((parts) => parts.join(''));

function halves() {
  return fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));
}

/** Bytes, most of which are those at which the rules of UTF-8 turn. */
const bytes = fc.array(
  fc.oneof(
    fc.constantFrom(...Buffer.from('7f80bfc0c1c2dfe0edefbbbfeef0f3f4f58f909fa0ff41', 'hex')),
    fc.integer({ min: 0, max: 255 }),
  ),
  { size: 'medium' },
);

const labels = fc.constantFrom(undefined, 'utf-8', 'UTF8', ' utf-8\n', 'latin-1?', '', 'utf-8x');

inEachForm((own) => {
  describe('TextEncoder', () => {
    test('makes the same bytes of any text, in a buffer of exactly their length', () => {
      fc.assert(
        fc.property(text, (given) => {
          const made = new own.TextEncoder().encode(given);
          expect([...made]).toEqual([...new native.TextEncoder().encode(given)]);
          expect(made.buffer.byteLength).toBe(made.length);
        }),
        { numRuns: 500 },
      );
    });

    test.each([[undefined], [null], [12], [{}], ['']])('takes %j as the standard does', (given) => {
      expect([...new own.TextEncoder().encode(given)]).toEqual([...new native.TextEncoder().encode(given)]);
    });

    test('writes into what there is, whole characters only, and says how much', () => {
      fc.assert(
        fc.property(text, fc.nat(24), (given, room) => {
          const [mine, theirs] = [new Uint8Array(room), new Uint8Array(room)];
          const { read, written } = new native.TextEncoder().encodeInto(given, theirs);
          expect(new own.TextEncoder().encodeInto(given, mine)).toEqual({ read, written });
          expect([...mine]).toEqual([...theirs]);
        }),
        { numRuns: 500 },
      );
    });
  });

  describe('TextDecoder', () => {
    test('makes the same text of any bytes, or refuses the same ones', () => {
      fc.assert(
        fc.property(bytes, fc.boolean(), fc.boolean(), (given, fatal, ignoreBOM) => {
          const decode = (/** @type {any} */ Decoder) =>
            new Decoder('utf-8', { fatal, ignoreBOM }).decode(Uint8Array.from(given));
          expect(outcome(() => decode(own.TextDecoder))).toEqual(outcome(() => decode(native.TextDecoder)));
        }),
        { numRuns: 3000 },
      );
    });

    test('reads text that comes in pieces, and begins anew after the last', () => {
      const pieces = fc.array(fc.tuple(bytes, fc.boolean()), { maxLength: 6 });
      fc.assert(
        fc.property(pieces, fc.boolean(), (given, ignoreBOM) => {
          const decode = (/** @type {any} */ Decoder) => {
            const decoder = new Decoder('utf-8', { ignoreBOM });
            return given.map(([piece, stream]) => decoder.decode(Uint8Array.from(piece), { stream }));
          };
          expect(decode(own.TextDecoder)).toEqual(decode(native.TextDecoder));
        }),
        { numRuns: 1000 },
      );
    });

    test('reads exactly the bytes of a view, and buffers', () => {
      const { buffer } = Uint8Array.from([65, 66, 67, 68]);
      const decoder = new own.TextDecoder();
      expect([
        decoder.decode(new Uint8Array(buffer, 1, 2)),
        decoder.decode(new DataView(buffer, 2)),
        decoder.decode(buffer),
        decoder.decode(),
      ]).toEqual(['BC', 'CD', 'ABCD', '']);
    });

    test('reads a text of a megabyte', () => {
      const long = 'héllo 好 😀 '.repeat(60_000);
      expect(new own.TextDecoder().decode(Buffer.from(long)) === long).toBe(true);
    });

    test.each([['text'], [12], [{}], [null]])('refuses %j', (given) => {
      expect(() => new own.TextDecoder().decode(given)).toThrow(TypeError);
    });

    test('knows UTF-8 by its names, and refuses other encodings', () => {
      fc.assert(
        fc.property(labels, (label) => {
          const make = (/** @type {any} */ Decoder) => {
            const { encoding, fatal, ignoreBOM } = new Decoder(label);
            return { encoding, fatal, ignoreBOM };
          };
          expect(outcome(() => make(own.TextDecoder))).toEqual(outcome(() => make(native.TextDecoder)));
        }),
      );
    });
  });
});
