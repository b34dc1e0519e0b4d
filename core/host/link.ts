import { type Keeper, owe } from './keeper';
import type { HolderListeners } from './line';
import { toFrame } from './message';
import { readCode, readData, readError, readReason } from './read';
import { guard, ignore, isThenable, report } from '../common/guard';
import { schedule, type TimerOwner } from '../common/timer';
import { type Raw, type SocketTask, traits } from '../port';
import type { CloseCause, Data } from '../types';

/** How long a host that reported an error has to say with which code it closed. Milliseconds. */
const CLOSE_GRACE = 200;

/** The one that wants a link. */
export interface LinkOwner {
  readonly keeper: Keeper;
  readonly listeners: LinkListeners;
}

/** What a link reports, in our words, until it is closed. */
export interface LinkListeners extends HolderListeners {
  adopted(owner: LinkOwner, socketTask: SocketTask): void;
  /**
   * It came late, and may have opened before.
   *
   * @only givenHost
   */
  promised(owner: LinkOwner): void;
  opened(owner: LinkOwner, raw?: Raw): void;
  /** The server spoke; the message itself follows. */
  heard(owner: LinkOwner): void;
  received(owner: LinkOwner, data: Data, raw: Raw): void;
  /** The socket failed; `closed` follows. */
  failed(owner: LinkOwner, errMsg: string, raw: Raw): void;
  /** The socket is closed: once, and the last report. */
  closed(owner: LinkOwner, cause: CloseCause, code: number, reason: string, raw?: Raw): void;
  /** The link may be dead, or a close another socket's; answers whether that will be found out. */
  doubted(owner: LinkOwner): boolean;
}

/** One socket, from asking for it to its end. It is never used again. */
export interface Link extends TimerOwner {
  /** The hearer of all reports; null once the link is closed, so that a socket that lingers holds nobody. */
  owner: LinkOwner | null;
  readonly keeper: Keeper;
  socketTask: SocketTask | null;
  /** The host answered `fail`. */
  isRefused: boolean;
  isHostClosed: boolean;
  /** The text of the error that ends it. */
  failure: string;
  /** Set once it has failed: ends it without waiting longer for the host's close. */
  giveUp: (() => void) | null;
  /** Set once the host was told to close it: tells it again. */
  hangUp: (() => void) | null;
  /**
   * A close that may have been another socket's.
   *
   * @only singleSocket
   */
  doubted?: { raw: Raw } | null;
  /**
   * Messages that wait for a Blob before them, or are one.
   *
   * @only givenHost
   */
  unread?: { data: Raw; raw: Raw }[];
}

export function createLink(owner: LinkOwner): Link {
  return {
    owner,
    keeper: owner.keeper,
    socketTask: null,
    isRefused: false,
    isHostClosed: false,
    failure: '',
    giveUp: null,
    hangUp: null,
  };
}

/** Takes the host's socket as this link's. */
export function adopt(link: Link, socketTask: SocketTask): void {
  link.socketTask = socketTask;
  if (link.hangUp) link.hangUp();
  if (link.owner) link.owner.listeners.adopted(link.owner, socketTask);
  socketTask.onOpen((raw) => opened(link, raw));
  socketTask.onMessage((raw) => received(link, raw));
  // Feishu documents no onError.
  if (socketTask.onError) socketTask.onError((raw) => failed(link, raw, 'host'));
  socketTask.onClose((raw) => {
    link.isHostClosed = true;
    if (link.hangUp) owe(link.keeper, link.hangUp, false);
    closed(link, raw);
  });
}

export function opened(link: Link, raw?: Raw): void {
  const { owner } = link;
  if (!owner) {
    if (link.hangUp) link.hangUp();
  } else if (!link.giveUp) owner.listeners.opened(owner, raw);
}

function received(link: Link, raw: Raw): void {
  const data = readData(raw);
  const { owner } = link;
  if (data === undefined) return;
  if (traits.singleSocket) link.doubted = null;
  // What the opening sets off may be refused, which this message is no answer to.
  if (owner) owner.listeners.heard(owner);
  // A socket that receives is connected, whether or not the host has said so.
  opened(link);
  if (!owner) return;
  if (traits.givenHost && ((link.unread && link.unread.length) || typeof data.arrayBuffer === 'function'))
    read(link, data, raw);
  else if (link.owner) owner.listeners.received(owner, data, raw);
}

/**
 * Keeps a message until those before it are read. Taro on h5 delivers bytes as a Blob.
 */
function read(link: Link, data: Raw, raw: Raw): void {
  const message = { data, raw };
  link.unread = (link.unread || []).concat(message);
  if (typeof data.arrayBuffer !== 'function') return;
  data.arrayBuffer().then(
    (bytes: ArrayBuffer) => {
      message.data = bytes;
      deliverRead(link);
    },
    (error: unknown) => {
      link.unread = link.unread!.filter((other) => other !== message);
      report(error);
      deliverRead(link);
    },
  );
}

/** Delivers the messages at the head that are read. */
function deliverRead(link: Link): void {
  const unread = link.unread!;
  while (link.owner && unread.length && typeof unread[0].data.arrayBuffer !== 'function') {
    const { data, raw } = unread.shift()!;
    link.owner.listeners.received(link.owner, data, raw);
  }
  if (link.isHostClosed && link.giveUp && !unread.length) link.giveUp();
}

/** Hosts differ in whether a close follows an error: it is waited for, to know the real code. */
export function failed(link: Link, error: Raw, cause: CloseCause): void {
  const { owner } = link;
  const errMsg = readError(error);
  if (!owner) return;
  if (!link.giveUp) {
    link.failure = errMsg;
    link.giveUp = () => conclude(link, cause, 1006, errMsg, error);
    schedule(link, cause === 'host' ? CLOSE_GRACE : 0, link.giveUp);
  }
  owner.listeners.failed(owner, errMsg, error);
  if (traits.singleSocket && link.doubted) closed(link, link.doubted.raw);
}

/** The host reported a close that may be another socket's. */
export function doubtClose(link: Link, raw: Raw): void {
  const { owner } = link;
  link.doubted = { raw };
  if (owner && (link.giveUp || !owner.listeners.doubted(owner))) closed(link, raw);
}

function closed(link: Link, raw: Raw): void {
  const giveUp = () => conclude(link, 'host', readCode(raw), readReason(raw) || link.failure, raw);
  if (traits.givenHost && link.unread && link.unread.length) {
    link.giveUp = giveUp;
    schedule(link, CLOSE_GRACE, giveUp);
  } else giveUp();
}

function conclude(link: Link, cause: CloseCause, code: number, reason: string, raw: Raw): void {
  const { owner } = link;
  if (owner) owner.listeners.closed(owner, cause, code, reason, raw);
}

/** Closes the host's socket now, or when it arrives or opens all the same; nothing of it is reported any more. */
export function closeLink(link: Link, code: number, reason: string): void {
  link.owner = null;
  schedule(link, Infinity);
  if (!link.isHostClosed && !link.hangUp) askToClose(link, code, reason);
}

/** Tells the host to close the socket. What it reports of that is still heard. */
export function askToClose(link: Link, code: number, reason: string): void {
  const { keeper } = link;
  let isRepeated = false;
  const hangUp = () => {
    const { socketTask } = link;
    if (!socketTask || link.isHostClosed) return;
    // Hosts refuse every close while the app is hidden, and may say so only after the return.
    if (keeper.hiddenAt !== null) owe(keeper, hangUp, !link.isRefused);
    guard(() => socketTask.close({ code, reason, success: () => owe(keeper, hangUp, false), fail: refused }), refused);
  };
  const refused = () => {
    if (keeper.hiddenAt !== null) owe(keeper, hangUp, !link.isHostClosed && !link.isRefused);
    else if (!isRepeated) {
      isRepeated = true;
      hangUp();
    }
  };
  link.hangUp = hangUp;
  hangUp();
}

/** Hands data to the host, which says whether it took it. */
export function sendOver(link: Link, data: Data, taken: (result: Raw) => void, refused: (error: Raw) => void): void {
  const frame: Raw = toFrame(data, link.keeper);
  const thrown = (error: unknown) => refused({ errMsg: readError(error) });
  frame.success = taken;
  frame.fail = refused;
  try {
    const returned = link.socketTask!.send(frame);
    if (isThenable(returned)) returned.then(ignore, thrown);
  } catch (error) {
    thrown(error);
  }
}
