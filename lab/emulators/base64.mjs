// @ts-check
/** Bytes as base64 text and back, by what Node and a browser both have. */

/** @param {ArrayBuffer} buffer */
export function toBase64(buffer) {
  return btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''));
}

/** @param {string} text @returns {ArrayBuffer} */
export function fromBase64(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer;
}
