import { failure } from '../common/failure';

/** The last one fills up what is no multiple of four. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Base64 of a text whose characters stand for bytes.
 *
 * @throws InvalidCharacterError for a character above 255
 * @example
 * btoa('hello'); // 'aGVsbG8='
 */
export function btoa(data: string): string {
  const text = String(data);
  let digits = '';
  let word = 0;
  if (/[^\0-\xff]/.test(text)) throw failure('InvalidCharacterError', 5, 'btoa needs bytes');
  for (let i = 0; i < text.length || i % 3; i++) {
    word = (word << 8) | text.charCodeAt(i);
    digits += i > text.length ? '=' : DIGITS[(word >> ((i % 3) * 2 + 2)) & 63];
    if (i % 3 > 1) digits += i < text.length ? DIGITS[word & 63] : '=';
  }
  return digits;
}

/**
 * What base64 stands for, one character for each byte. White space and missing padding are forgiven.
 *
 * @throws InvalidCharacterError for what is no base64
 * @example
 * atob('aGVsbG8='); // 'hello'
 */
export function atob(data: string): string {
  let digits = String(data).replace(/[\t\n\f\r ]/g, '');
  let text = '';
  let word = 0;
  if (digits.length % 4 === 0) digits = digits.replace(/==?$/, '');
  if (digits.length % 4 === 1 || /[^a-z\d+/]/i.test(digits))
    throw failure('InvalidCharacterError', 5, 'atob needs base64');
  for (let i = 0; i < digits.length; i++) {
    word = (word << 6) | DIGITS.indexOf(digits[i]);
    if (i % 4) text += String.fromCharCode((word >> (6 - (i % 4) * 2)) & 255);
  }
  return text;
}
