import { hasHeartbeat } from './options';
import { checked, PREFIX } from '../common/check';
import { callUser, ignore } from '../common/guard';
import type { Keeper } from '../host/keeper';
import { type Link, sendOver } from '../host/link';
import { type Outgoing, settle, toHostData, toOutgoing } from '../host/message';
import type { Raw } from '../port';
import type { Data, Message, ResolvedOptions, Sendable } from '../types';

/** What is thought of a link. */
export interface Trust {
  /** Only pings go out until the server speaks. */
  isSuspect: boolean;
}

export interface OutboxOwner {
  readonly options: ResolvedOptions;
  readonly keeper: Keeper;
  readonly listeners: OutboxListeners;
  /** Of the open link. */
  readonly heartbeat: Trust | null;
  /** The time of the last message or ping that went out; kept for `pingEvery` alone. */
  sentAt: number;
}

export interface OutboxListeners {
  /** The host refused a message: is the link alive? False if nothing can tell. */
  doubted(owner: OutboxOwner): boolean;
  pingRefused(owner: OutboxOwner, error: Raw, isExcused: boolean): void;
}

/** Messages that wait for a link, and those that were handed over and of which the host has not said what became. */
export interface Outbox {
  readonly owner: OutboxOwner;
  /** The link that carries messages; without one they wait. The connection sets it. */
  link: Link | null;
  /** Nothing is kept. */
  isClosed: boolean;
  queue: Outgoing[];
  inFlight: Outgoing[];
  /** The length of `inFlight` at which settled messages are taken out. */
  thinAt: number;
  pings: number;
  handedOver: number;
  /** The last message that the host said it took. */
  taken: number;
}

export function createOutbox(owner: OutboxOwner): Outbox {
  return { owner, link: null, isClosed: false, queue: [], inFlight: [], thinAt: 16, pings: 0, handedOver: 0, taken: 0 };
}

/** An attempt that has failed carries nothing, though it has not ended yet. */
function isUp({ link }: Outbox): boolean {
  return !!link && !link.giveUp;
}

function isReady(outbox: Outbox): boolean {
  return isUp(outbox) && !outbox.owner.heartbeat!.isSuspect;
}

/** Hosts refuse everything while the app is hidden. */
function isHidden({ options, keeper }: OutboxOwner): boolean {
  return options.wake && keeper.hiddenAt !== null;
}

export function send(outbox: Outbox, given: Message | Sendable): boolean {
  const { queue } = outbox;
  const message = toOutgoing(given);
  if (!message) return false;
  if (!queue.length && isReady(outbox)) return handOver(outbox, message);
  // A message goes behind those before it, and ahead of those that their callbacks send.
  queue.push(message);
  flush(outbox);
  shed(outbox);
  return message.isHandedOver;
}

/** The oldest is dropped where there are too many. */
function shed({ queue, isClosed, owner }: Outbox): void {
  if (queue.length > (isClosed ? 0 : owner.options.queueLimit)) {
    fail(queue.shift()!, { errMsg: PREFIX + (isClosed ? 'task closed' : 'queue full') });
  }
}

export function flush(outbox: Outbox): void {
  while (outbox.queue.length && isReady(outbox)) handOver(outbox, outbox.queue.shift()!);
}

function handOver(outbox: Outbox, message: Outgoing): boolean {
  const { link, owner } = outbox;
  const order = ++outbox.handedOver;
  const wasHidden = isHidden(owner);
  message.isHandedOver = true;
  // A burst costs no more than its length.
  if (message.sender && outbox.inFlight.push(message) > outbox.thinAt) {
    outbox.inFlight = outbox.inFlight.filter((other) => other.sender && other.isHandedOver);
    outbox.thinAt = 2 * outbox.inFlight.length + 16;
  }
  message.order = order;
  message.link = link;
  transmit(
    outbox,
    message.data,
    (result) => {
      if (message.order === order && message.isHandedOver) took(outbox, message, result);
    },
    (error) => {
      if (message.order === order && message.isHandedOver) refused(outbox, message, error, wasHidden);
    },
  );
  return message.isHandedOver;
}

/** The clock is read for servers that must hear the client. */
function transmit(
  { owner, link }: Outbox,
  data: Data,
  taken: (result: Raw) => void,
  denied: (error: Raw) => void,
): void {
  if (owner.options.pingEvery < Infinity) owner.sentAt = Date.now();
  sendOver(link!, data, taken, denied);
}

/** The host took a message. Earlier ones that it refused come too late. */
function took(outbox: Outbox, message: Outgoing, result: Raw): void {
  const { order } = message;
  if (outbox.taken < order) outbox.taken = order;
  failRefused(outbox, (other) => other.order < outbox.taken);
  finish(message, 'success', result);
}

/** A message that the host did not take keeps its place, unless it was tried twice or a later one was taken. */
function refused(outbox: Outbox, message: Outgoing, error: Raw, wasHidden: boolean): void {
  const { owner, link } = outbox;
  const { queueLimit } = owner.options;
  const isExcused = wasHidden || isHidden(owner);
  const isCurrent = message.link === link && hasHeartbeat(owner.options);
  message.refusal = error;
  const isKept = isCurrent && queueLimit && message.order > outbox.taken && (isExcused || !message.refusedBy);
  if (isKept && !isExcused) message.refusedBy = link;
  // The message is back before the ping goes out: a handler of its refusal may close the task.
  if (isKept) takeBack(outbox, message);
  // The doubt comes before any callback, which may send.
  if (isCurrent) owner.listeners.doubted(owner);
  if (isKept) shed(outbox);
  else fail(message, error);
}

/** Refused messages go back to the head of the queue, in the order in which they were given. */
function takeBack(outbox: Outbox, message: Outgoing): void {
  const { queue, link } = outbox;
  let at = 0;
  while (at < queue.length && queue[at].link === link && queue[at].order < message.order) at++;
  message.isHandedOver = false;
  queue.splice(at, 0, message);
}

/** Only messages at the head have been with the host of this link. */
function failRefused({ queue, link }: Outbox, isMeant: (message: Outgoing) => boolean): void {
  while (link && queue.length && queue[0].link === link && isMeant(queue[0])) {
    const message = queue.shift()!;
    fail(message, message.refusal);
  }
}

/** The link is alive: what the host refused it does not want, and the rest goes out. */
export function clear(outbox: Outbox): void {
  failRefused(outbox, ({ refusedBy, link }) => refusedBy === link);
  flush(outbox);
}

function pingData({ pingMsg }: ResolvedOptions): Data {
  return toHostData(
    callUser(
      () => (typeof pingMsg === 'function' ? checked('pingMsg()', 'a string or bytes', pingMsg()) : pingMsg),
      0,
      'heartbeat',
    ),
  );
}

/** Pings, over a suspect link too. Only the refusal of the last ping counts. */
export function ping(outbox: Outbox): void {
  const { owner } = outbox;
  const data = pingData(owner.options);
  const { link } = outbox;
  const order = ++outbox.pings;
  const wasHidden = isHidden(owner);
  if (!isUp(outbox)) return;
  transmit(outbox, data, ignore, (error) => {
    if (outbox.link !== link || outbox.pings !== order) return;
    owner.listeners.pingRefused(owner, error, wasHidden || isHidden(owner));
  });
}

/** Asks over a link that has not said whether it is open. */
export function knock(outbox: Outbox, link: Link, taken: () => void): void {
  sendOver(link, pingData(outbox.owner.options), taken, ignore);
}

/** Takes out the messages that are lost with the link, and once it is closed those that waited for the next. */
export function takeLost(outbox: Outbox): Outgoing[] {
  const lost = outbox.inFlight.filter((message) => message.isHandedOver);
  outbox.inFlight = [];
  return outbox.isClosed ? lost.concat(outbox.queue.splice(0)) : lost;
}

/** Calls the sender's callbacks; only the first call for a message has an effect. */
function finish(message: Outgoing, outcome: 'success' | 'fail', result: Raw): void {
  const { sender } = message;
  message.sender = null;
  settle(sender, outcome, result);
}

export function fail(message: Outgoing, error: Raw): void {
  finish(message, 'fail', error);
}
