import { base64ToBytes, bytesToBase64 } from './base64';
import { host, traits } from '../port';
import type { Data, ResolvedOptions } from '../types';

/** A field of what a host reported. There may be no payload at all when the native side reports a bad status. */
function field(raw: any, name: string): any {
  // Alipay's SocketTask nests its fields in `data`, in some versions beside a copy at the top.
  const inner = traits.base64 && raw && typeof raw.data === 'object' && raw.data;
  if (inner && inner[name] !== undefined) return inner[name];
  return raw ? raw[name] : raw;
}

/** The data of a message; by its own steps and not by `field`, since a message is what there is most of. */
export function readData(raw: any): Data {
  let message = raw || {};
  if (traits.base64 && message.data && message.data.data !== undefined) message = message.data;
  if (traits.base64 && message.isBuffer && typeof message.data === 'string') return base64ToBytes(message.data);
  return message.data;
}

/** A number or a text of the host's, as text; anything else could throw when it becomes one. */
export function toText(value: any): string {
  return /number|string/.test(typeof value) ? String(value) : '';
}

/** Some hosts give it as text. */
export function readCode(raw: any): number {
  const code = parseInt(toText(field(raw, 'code')), 10);
  return code >= 0 ? code : 1006;
}

export function readReason(raw: any): string {
  return toText(field(raw, 'reason'));
}

/** The text of a host's error or of an exception. */
export function readError(raw: any): string {
  let errMsg = toText(raw) || toText(field(raw, 'errMsg')) || toText(field(raw, 'message'));
  if (traits.base64) errMsg = errMsg || toText(field(raw, 'errorMessage')) || toText(field(raw, 'error'));
  return errMsg || 'unknown error';
}

/** Whether Alipay refused a socket because there is one. Source: opendocs.alipay.com/mini/api/vx19c3, error 3 */
export function isLineTaken(raw: any): boolean {
  return field(raw, 'error') === 3;
}

/** What of a host's message carries the data. */
export function toPayload(data: Data, options: ResolvedOptions): { data: any; isBuffer?: boolean } {
  if (traits.base64 && typeof data !== 'string' && typeof host(options).offSocketOpen === 'function') {
    return { data: bytesToBase64(data), isBuffer: true };
  }
  return { data };
}
