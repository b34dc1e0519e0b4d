import type { Raw } from '../port';

/** Begins the text of every error of ours. */
export const PREFIX = 'mde-websocket: ';

/** What a value is, in the words of our errors; never the value itself, which may be secret. */
export function kindOf(value: Raw): string {
  if (value === null || value === Infinity) return String(value);
  if (typeof value === 'number' && !(value > 0)) return value < 0 ? 'less than 0' : String(value);
  return isBytes(value) ? 'bytes' : typeof value;
}

/** A host may live in another realm, where `instanceof` fails. */
function isBytes(value: Raw): boolean {
  return ArrayBuffer.isView(value) || {}.toString.call(value) === '[object ArrayBuffer]';
}

export function isData(value: Raw): boolean {
  return typeof value === 'string' || isBytes(value);
}

/** The sentence for a value that is not what it must be. */
export function mismatch(name: string, expected: string, value: unknown): string {
  return PREFIX + name + ' must be ' + expected + ', got ' + kindOf(value);
}

/**
 * The value, if `expected`, which people read, mentions its kind; else throws a TypeError. So `0` passes as "a number
 * from 0", and `-1`, whose kind is "less than 0", does not.
 */
export function checked<T>(name: string, expected: string, value: T): T {
  if (expected.indexOf(kindOf(value)) < 0) throw new TypeError(mismatch(name, expected, value));
  return value;
}
