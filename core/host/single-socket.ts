import { createLine, lineOf, type SocketEvent } from './line';
import type { Link } from './link';
import { guard, ignore } from '../common/guard';
import { schedule, type Timed } from '../common/timer';
import { host, traits } from '../port';
import type { ResolvedOptions } from '../types';

/**
 * A socket waits for the line, is dialled, is open, and is over. One that was told to close is leaving until the host
 * says so: it is watched, since some hosts ignore a close while connecting, to be closed again if it opens all the same.
 */
type Phase = 'waiting' | 'dialled' | 'open' | 'leaving' | 'over';

/** How long a new connection waits, in milliseconds, for the host to say that the old socket is closed. */
const LONGEST_WAIT = 1000;

/** How long, in milliseconds, a close that the host owes may still come. */
const LONGEST_DEBT = 10000;

/**
 * Whether these parameters ask for the host's only socket. On Alipay it is the default, and said explicitly: since
 * base library 2.9.1 an absent `multiple` means what the app's `behavior.connectSocketDefaultMultiple` says.
 */
export function isSingleSocket(params: any, options: ResolvedOptions): boolean {
  const line = lineOf(options);
  if (traits.givenHost && line && line.givesTasks) return false;
  if (!host(options).offSocketOpen) return !!line && (line.hasOpened || !line.wasRefused());
  params.multiple = params.multiple === true;
  return !params.multiple;
}

/**
 * Takes the line and hands `adopt` an object of the shape of a SocketTask for it. The task that had the line is closed
 * first, and the host is given time to close its socket.
 *
 * @param isDialled the host was asked for the socket already, and returned nothing
 */
export function openSingleSocket(
  link: Link,
  params: any,
  isDialled: boolean,
  adopt: (link: Link, socketTask: any) => void,
): void {
  const { options, listeners } = link.owner;
  const line = lineOf(options) || createLine(options);
  const registered: { [name: string]: any[] } = { onOpen: [], onMessage: [], onError: [], onClose: [] };
  const timed: Timed = {};
  const wasRefused = () => link.isRefused;
  let phase: Phase = isDialled ? 'dialled' : 'waiting';
  let hasOpened = false;

  function dial(): void {
    schedule(timed, Infinity);
    phase = 'dialled';
    guard(() => {
      const returned: any = host(options).connectSocket(params);
      if (!traits.givenHost || !returned || !returned.onOpen) return returned;
      line.givesTasks = true;
      phase = 'over';
      line.detach();
      adopt(link, returned);
    }, params.fail);
  }

  function forgetOldDebts(): void {
    if (line.owed && Date.now() - line.askedAt >= LONGEST_DEBT) line.owed = 0;
  }

  function hear(name: SocketEvent, event: any): void {
    forgetOldDebts();
    const isOwed = name === 'onClose' && line.owed > 0;
    if (isOwed) line.owed--;
    if (phase === 'waiting' || phase === 'leaving') hearLeaving(name, event);
    else if (phase === 'open' || (phase === 'dialled' && name !== 'onMessage')) {
      if (!isOwed) hearOwn(name, event);
      else if (phase === 'open') listeners.closed(link.owner, event, 'host', true);
    }
  }

  function hearOwn(name: SocketEvent, event: any): void {
    if (name === 'onOpen') {
      hasOpened = true;
      phase = 'open';
      line.hasOpened = true;
    }
    if (name === 'onClose') {
      line.owed = 0;
      if (!hasOpened) hangUp();
      leave();
    }
    tell(name, event);
  }

  function tell(name: SocketEvent, event: any): void {
    const hearers = registered[name];
    for (let i = 0, count = hearers.length; i < count; i++) hearers[i](event);
  }

  /** The socket on its way out is this one, or while this one waits the one before it. */
  function hearLeaving(name: SocketEvent, event: any): void {
    if (name === 'onOpen') {
      line.askedAt = Date.now();
      if (phase === 'waiting') schedule(timed, LONGEST_WAIT, dial);
      else hasOpened = true;
      hangUp();
    }
    if (name !== 'onClose' || line.owed) return;
    if (phase === 'waiting') dial();
    else {
      leave();
      tell(name, event);
    }
  }

  function hangUp(): void {
    guard(() => host(options).closeSocket!({}), ignore);
  }

  /** A socket that has not opened may do so all the same, whatever the host said, so it is still watched. */
  function leave(): void {
    phase = hasOpened ? 'over' : 'leaving';
    if (hasOpened) line.detach();
  }

  function send(message: any): any {
    if (line.hear === hear) return host(options).sendSocketMessage!(message);
  }

  function close(given: any): any {
    schedule(timed, Infinity);
    if (phase === 'over') return;
    const isThere = phase === 'open' || (phase === 'dialled' && !wasRefused());
    phase = 'leaving';
    if (line.hear !== hear) return;
    if (isThere) {
      forgetOldDebts();
      line.owed++;
      line.askedAt = Date.now();
      return host(options).closeSocket!(given);
    }
    // What the host refused is not there to be closed, but the one that is in its way is.
    if (link.isLineTaken) hangUp();
  }

  function takeLine(): boolean {
    const { owner, supersede } = line;
    line.owner = options;
    line.supersede = () => listeners.closed(link.owner, undefined, 'superseded');
    if (owner !== options) supersede();
    // In its close handler the other task may have been revived and hold the line again, or this one have gone on.
    return line.owner === options && !link.hangUp;
  }

  if (!takeLine()) return;
  line.wasRefused = wasRefused;
  line.hear = hear;
  // Anew for each socket: others call `offSocketOpen()` and remove every listener there is.
  line.detach();
  line.attach();
  adopt(link, {
    send,
    close,
    onOpen: (listener: any) => registered.onOpen.push(listener),
    onMessage: (listener: any) => registered.onMessage.push(listener),
    onError: (listener: any) => registered.onError.push(listener),
    onClose: (listener: any) => registered.onClose.push(listener),
  });
  if (isDialled) return;
  // Whoever was told of this socket may have closed it, and the task with it.
  if ((phase as Phase) === 'leaving') line.detach();
  else {
    const asked = Date.now() - line.askedAt;
    if (line.owed && asked >= 0 && asked < LONGEST_WAIT) schedule(timed, LONGEST_WAIT - asked, dial);
    else dial();
  }
}
