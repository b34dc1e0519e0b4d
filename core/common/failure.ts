import { PREFIX } from './check';
import type { Raw } from '../port';

/** An error with the name and the code of a DOMException, which no mini-program host has. */
export function failure(name: string, code: number, message: string): Error {
  const error: Raw = new Error(PREFIX + message);
  error.name = name;
  error.code = code;
  return error;
}
