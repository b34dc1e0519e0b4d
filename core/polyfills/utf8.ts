import { define } from './define';
import { PREFIX } from '../common/check';
import type { Raw } from '../port';

export interface TextEncoder {
  readonly encoding: string;
  encode(input?: string): Uint8Array;
  /** Writes as many whole characters as there is room for. */
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}

export interface TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  /** With `stream`, the bytes of a character that is not complete wait for the next call. */
  decode(input?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}

export interface TextDecoderOptions {
  /** Bytes that are no UTF-8 throw a TypeError instead of becoming U+FFFD. */
  fatal?: boolean;
  /** A byte order mark at the beginning stays in the text. */
  ignoreBOM?: boolean;
}

/** A text whose bytes come in parts. */
interface Stream {
  /** The beginning of a character. */
  rest: ArrayLike<number>;
  isBegun: boolean;
}

/** As many as the arguments of one call may be on every engine. */
const CHUNK = 4096;

/**
 * Turns text into UTF-8.
 *
 * @example
 * new TextEncoder().encode('好'); // Uint8Array [229, 165, 189]
 */
export const TextEncoder: { readonly prototype: TextEncoder; new (): TextEncoder } = define(() => {}, {
  encoding: 'utf-8',

  encode(input?: string): Uint8Array {
    const text = input === undefined ? '' : String(input);
    const bytes = new Uint8Array(text.length * 3);
    // A copy, exactly as long as the text: clients send the whole buffer.
    return new Uint8Array(bytes.subarray(0, this.encodeInto(text, bytes).written));
  },

  encodeInto(source: string, destination: Uint8Array): { read: number; written: number } {
    const text: Raw = String(source);
    let read = 0;
    let written = 0;
    while (read < text.length) {
      let point = text.codePointAt(read);
      // Half a surrogate pair.
      if (point >> 11 === 27) point = 0xfffd;
      const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      let shift = size * 6 - 6;
      if (written + size > destination.length) break;
      destination[written++] = shift ? (0xf00 >> size) | (point >> shift) : point;
      for (; shift; shift -= 6) destination[written++] = 0x80 | ((point >> (shift - 6)) & 0x3f);
      read += size > 3 ? 2 : 1;
    }
    return { read, written };
  },
});

/**
 * Turns UTF-8 into text. A label other than those of UTF-8 is a RangeError.
 *
 * @example
 * new TextDecoder().decode(new Uint8Array([229, 165, 189])); // '好'
 */
export const TextDecoder: {
  readonly prototype: TextDecoder;
  new (label?: string, options?: TextDecoderOptions): TextDecoder;
} = define(
  function (this: Raw, label?: string, options?: TextDecoderOptions) {
    const given = options || {};
    if (label !== undefined && !/^\s*utf-?8\s*$/i.test(label)) {
      throw new RangeError(PREFIX + 'TextDecoder needs utf-8');
    }
    this.fatal = !!given.fatal;
    this.ignoreBOM = !!given.ignoreBOM;
  },
  {
    encoding: 'utf-8',

    decode(this: Raw, input?: Raw, options?: Raw): string {
      const given = input === undefined ? new Uint8Array(0) : input;
      if (given.byteLength === undefined) throw new TypeError(PREFIX + 'decode needs bytes');
      const fresh = new Uint8Array(given.buffer || given, given.byteOffset, given.byteLength);
      const stream: Stream = this.mdeOwn || { rest: [], isBegun: this.ignoreBOM };
      const bytes = new Uint8Array(stream.rest.length + fresh.length);
      bytes.set(stream.rest);
      bytes.set(fresh, stream.rest.length);
      this.mdeOwn = options && options.stream && stream;
      return read(this, stream, bytes);
    },
  },
);

/** Bytes that begin a character, up to the first that cannot be of it, count as one fault. */
function read(decoder: Raw, stream: Stream, bytes: Uint8Array): string {
  let points: number[] = [];
  let text = '';
  let start = 0;
  for (let i = 0; i < bytes.length; start = i) {
    const lead = bytes[i++];
    let needed = lead < 0x80 ? 0 : lead < 0xc2 || lead > 0xf4 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    let point = lead & (0x7f >> needed);
    const begun = (point << 6) | (bytes[i] & 0x3f);
    // No longer form than needed, no surrogate, nothing above U+10FFFF.
    const isSound = needed < 2 || (needed < 3 ? begun > 31 && begun >> 5 !== 27 : begun > 15 && begun < 272);
    for (; isSound && needed > 0 && bytes[i] >> 6 === 2; needed--) point = (point << 6) | (bytes[i++] & 0x3f);
    if (decoder.mdeOwn && needed > 0 && i === bytes.length) break;
    if (needed && decoder.fatal) throw new TypeError(PREFIX + 'decode needs utf-8');
    if (needed) point = 0xfffd;
    if (stream.isBegun || point !== 0xfeff) points.push(point);
    stream.isBegun = true;
    if (points.length > CHUNK) {
      text += textOf(points);
      points = [];
    }
  }
  stream.rest = bytes.subarray(start);
  return text + textOf(points);
}

function textOf(points: number[]): string {
  return (String as Raw).fromCodePoint.apply(null, points);
}
