// @ts-check
/** Texts as bytes and back, for messages of which the storm must know which is which. */

/** @param {string} text @returns {ArrayBuffer} */
export function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes.buffer;
}

/** @param {any} data @param {boolean} [isBase64] @returns {string} */
export function textOf(data, isBase64 = false) {
  if (typeof data === 'string') return isBase64 ? Buffer.from(data, 'base64').toString('latin1') : data;
  if (data instanceof ArrayBuffer) return Buffer.from(data).toString('latin1');
  return `not data: ${ArrayBuffer.isView(data) ? 'a view' : typeof data}`;
}
