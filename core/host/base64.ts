const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function bytesToBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  let word = 0;
  let bits = 0;
  for (let i = 0; i < bytes.length; i++) {
    word = (word << 8) | bytes[i];
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += DIGITS[(word >> bits) & 63];
    }
  }
  if (bits) text += DIGITS[(word << (6 - bits)) & 63];
  while (text.length % 4) text += '=';
  return text;
}

/** Line breaks and padding are passed over. */
export function base64ToBytes(text: string): ArrayBuffer {
  const bytes: number[] = [];
  let word = 0;
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = DIGITS.indexOf(text[i]);
    if (digit < 0) continue;
    word = (word << 6) | digit;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((word >> bits) & 255);
  }
  return new Uint8Array(bytes).buffer;
}
