const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function bytesToBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i] << 16) | (bytes[i + 1] << 8) | bytes[i + 2];
    for (let shift = 18; shift >= 0; shift -= 6) text += DIGITS[(word >> shift) & 63];
  }
  // The last four digits stand for three bytes, of which there may be one or two only.
  const missing = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - missing) + '=='.slice(0, missing);
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
