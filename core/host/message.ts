import { bytesToBase64 } from './base64';
import type { Link } from './link';
import { isData, mismatch } from '../common/check';
import { callUser, report } from '../common/guard';
import { type Frame, type HostOptions, host, type Raw, traits } from '../port';
import type { Data } from '../types';

/** A message on its way to a host. */
export interface Outgoing {
  data: Data;
  /** The caller's callbacks, until they are called. */
  sender: Raw;
  /** The host has it, and has not refused it. */
  isHandedOver: boolean;
  /** Its number among the messages that were handed over; a refused one goes back to the queue with it. */
  order: number;
  /** The link it was handed over to last. */
  link: Link | null;
  /** The link whose host refused it, with the app in front; over another it is tried once more. */
  refusedBy: Link | null;
  /** The host's answer when it did not take the message. */
  refusal: Raw;
}

/** Takes the argument of `send`. Data that no host can carry fails at once, and null comes back. */
export function toOutgoing(given: Raw): Outgoing | null {
  const sender = isData(given) ? null : given || {};
  const data = sender ? sender.data : given;
  if (isData(data)) {
    return {
      data: toHostData(data),
      sender,
      isHandedOver: false,
      order: 0,
      link: null,
      refusedBy: null,
      refusal: null,
    };
  }
  const why = mismatch('data', 'a string, an ArrayBuffer or a view', data);
  // A forgotten JSON.stringify shows nowhere else.
  if (!sender.fail && !sender.complete) report(new TypeError(why));
  settle(sender, 'fail', { errMsg: why });
  return null;
}

/** Data as a host takes it: exactly the bytes of a view, never the whole buffer behind it. */
export function toHostData(data: Raw): Data {
  return typeof data !== 'string' && ArrayBuffer.isView(data)
    ? (data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer)
    : data;
}

/** A new frame for each message: some hosts write into it. */
export function toFrame(data: Data, keeper: HostOptions): Frame {
  // A host that is handed over and has offSocketOpen carries bytes as Alipay does.
  if (
    traits.base64 &&
    typeof data !== 'string' &&
    (!traits.givenHost || typeof host(keeper).offSocketOpen === 'function')
  ) {
    return { data: bytesToBase64(data), isBuffer: true };
  }
  return { data };
}

/** Calls the sender's `success` or `fail`, then `complete`. */
export function settle(sender: Raw, outcome: 'success' | 'fail', result: Raw): void {
  if (!sender) return;
  callUser(sender[outcome], result);
  callUser(sender.complete, result);
}
