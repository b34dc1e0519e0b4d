import { callUser } from '../common/guard';
import { checked, PREFIX } from '../common/kind';
import { type Link, sendOver } from '../host/link';
import { fail, type Outgoing, toHostData, toOutgoing } from '../host/message';
import type { Message, ResolvedOptions, Sendable, State } from '../types';

/** Messages that wait for a link, and those that were handed over and of which the host has not said what became. */
export interface Outbox {
  readonly options: ResolvedOptions;
  readonly state: State;
  readonly link: Link | null;
  readonly giveUp: unknown;
  queue: Outgoing[];
  inFlight: Outgoing[];
  thinAt: number;
}

/** Whether messages go to the host: an attempt that has failed carries none, though it has not ended yet. */
export function isReady(outbox: Outbox): boolean {
  return outbox.state === 'open' && !outbox.giveUp;
}

function handOver(outbox: Outbox, message: Outgoing): boolean {
  // Those that are settled are thinned out now and then, so that a burst costs no more than its length.
  if (message.sender && outbox.inFlight.push(message) > outbox.thinAt) {
    outbox.inFlight = outbox.inFlight.filter((other) => other.sender);
    outbox.thinAt = 2 * outbox.inFlight.length + 16;
  }
  message.isHandedOver = true;
  sendOver(outbox.link!, message);
  return true;
}

export function flush(outbox: Outbox): void {
  while (outbox.queue.length && isReady(outbox)) handOver(outbox, outbox.queue.shift()!);
}

export function send(outbox: Outbox, given: Message | Sendable): boolean {
  const { queue, options } = outbox;
  const message = toOutgoing(given);
  if (!message) return false;
  if (!queue.length && isReady(outbox)) return handOver(outbox, message);
  // Behind those before it, and ahead of what their callbacks send.
  queue.push(message);
  flush(outbox);
  const isClosed = outbox.state === 'closed';
  if (queue.length > (isClosed ? 0 : options.queueLimit)) {
    fail(queue.shift()!, PREFIX + (isClosed ? 'task closed' : 'queue full'));
  }
  return !!message.isHandedOver;
}

export function ping(outbox: Outbox): boolean {
  const { pingMsg } = outbox.options;
  const data = callUser(() =>
    typeof pingMsg === 'function' ? checked('pingMsg()', 'a string or bytes', pingMsg()) : pingMsg,
  );
  return data !== undefined && isReady(outbox) && handOver(outbox, { data: toHostData(data) });
}

/** Takes out the messages that are lost with the link, and once the task is closed those that waited for the next. */
export function takeLost(outbox: Outbox): Outgoing[] {
  const lost = outbox.inFlight;
  outbox.inFlight = [];
  return outbox.state === 'closed' ? lost.concat(outbox.queue.splice(0)) : lost;
}
