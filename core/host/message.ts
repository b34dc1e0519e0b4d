import { callUser } from '../common/guard';
import { isData, mismatch } from '../common/kind';
import type { Data } from '../types';

/** A message on its way. */
export interface Outgoing {
  data: Data;
  /** Whose callbacks are still to be called, if there are any. */
  sender?: any;
  isHandedOver?: boolean;
}

/** Takes what `task.send` was given. Of data that no host can carry the sender hears at once, and null comes back. */
export function toOutgoing(given: any): Outgoing | null {
  const sender = isData(given) ? null : given || {};
  const data = sender ? sender.data : given;
  if (isData(data)) return { data: toHostData(data), sender, isHandedOver: false };
  fail({ data, sender }, mismatch('data', 'a string, an ArrayBuffer or a view', data));
  return null;
}

/** Of a view exactly its own bytes, never the whole buffer behind it. */
export function toHostData(data: any): Data {
  return typeof data !== 'string' && ArrayBuffer.isView(data)
    ? (data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer)
    : data;
}

/** Calls the sender's `success` or `fail`, then `complete`; only the first call for a message has an effect. */
export function settle(message: Outgoing, outcome: 'success' | 'fail', result: any): void {
  const { sender } = message;
  message.sender = null;
  if (!sender) return;
  callUser(sender[outcome], result);
  callUser(sender.complete, result);
}

export function fail(message: Outgoing, why: string): void {
  settle(message, 'fail', { errMsg: why });
}
