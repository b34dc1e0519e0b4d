// @ts-check
/** What all words have in common: how a close and bytes are told, by the quirks of the host. */

/**
 * @param {import('../quirks.mjs').Quirks} quirks
 * @param {any} code none where the host knows none
 * @param {string} reason
 * @returns {any}
 */
export function closeFields(quirks, code, reason) {
  const { closePayload } = quirks;
  if (closePayload === 'undefined') return undefined;
  if (closePayload === 'none') return {};
  if (closePayload === 'reason only' || code === undefined) return { reason };
  if (closePayload === 'always 1006') return { code: 1006, reason: '' };
  if (closePayload === 'code 0') return code === 1006 ? { code: 0, reason: '' } : { code, reason };
  return { code: closePayload === 'string code' ? String(code) : code, reason };
}

/** @param {import('../quirks.mjs').Quirks} quirks @param {string | ArrayBuffer} data */
export function blobIf(quirks, data) {
  return quirks.binaryIn === 'Blob' && typeof data !== 'string' ? new Blob([data]) : data;
}
