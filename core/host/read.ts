import { base64ToBytes } from './base64';
import { type Raw, traits } from '../port';

/** A field of what a host reported. There may be no payload at all when the native side reports a bad status. */
function field(raw: Raw, name: string): Raw {
  // Alipay nests its fields in `data`, in some versions beside a copy at the top.
  const inner = traits.base64 && raw && typeof raw.data === 'object' && raw.data;
  if (inner && inner[name] !== undefined) return inner[name];
  return raw ? raw[name] : raw;
}

/** The data of a message; by its own steps and not by `field`, since a message is what there is most of. */
export function readData(raw: Raw): Raw {
  let message = raw || {};
  if (traits.base64 && message.data && message.data.data !== undefined) message = message.data;
  if (traits.base64 && message.isBuffer && typeof message.data === 'string') return base64ToBytes(message.data);
  return message.data;
}

/** A number or a text of the host's, as text; anything else could throw when it becomes one. */
export function toText(value: Raw): string {
  return /number|string/.test(typeof value) ? String(value) : '';
}

/** Some hosts give it as text, or fill in 0. */
export function readCode(raw: Raw): number {
  const code = parseInt(toText(field(raw, 'code')), 10);
  return code > 0 ? code : 1006;
}

export function readReason(raw: Raw): string {
  return toText(field(raw, 'reason'));
}

/** The text of a host's error or of an exception; `error 12` where there is only a number. */
export function readError(raw: Raw): string {
  let text = toText(raw) || toText(field(raw, 'errMsg')) || toText(field(raw, 'message'));
  if (traits.base64) text = text || toText(field(raw, 'errorMessage')) || toText(field(raw, 'error'));
  text = text || toText(field(raw, 'errCode')) || toText(field(raw, 'errno'));
  return (/^\d+$/.test(text) ? 'error ' : '') + (text || 'unknown error');
}

/** Whether Alipay refused a socket because there is one. Source: opendocs.alipay.com/mini/api/vx19c3, error 3 */
export function isLineTaken(raw: Raw): boolean {
  return toText(field(raw, 'error')) === '3';
}

/** The subprotocol in the header of the server's answer, empty where the host does not give it. */
export function readProtocol(raw: Raw): string {
  const header = field(raw, 'header');
  for (const name in header) if (/^sec-websocket-protocol$/i.test(name)) return toText(header[name]);
  return '';
}
