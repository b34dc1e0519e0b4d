import { guard, ignore } from '../common/guard';
import { host, traits } from '../port';
import type { ResolvedOptions } from '../types';

export type SocketEvent = 'onOpen' | 'onMessage' | 'onError' | 'onClose';

/**
 * The one socket of a host that has no more, and the task that uses it. The host's events carry no identity: they go to
 * whoever hears the line at the moment.
 */
export interface Line {
  owner: ResolvedOptions;
  /** Whether the host gave a SocketTask, so that it returns nothing only when it refuses. */
  givesTasks: boolean;
  /** Whether a socket ever opened on it, so that the host is known to have one only. */
  hasOpened: boolean;
  /** Whether the host refused the last socket, and may have returned nothing for that reason alone. */
  wasRefused(): boolean;
  /** Tells the owner that another task took the line. */
  supersede(): void;
  hear(name: SocketEvent, event: any): void;
  /** How many closes the host owes: it was asked for them and has not reported them. */
  owed: number;
  /** When it was asked last. */
  askedAt: number;
  attach(): void;
  detach(): void;
}

/** A line for each host: all that outlives a task. */
const lines: Line[] = [];

export function lineOf(options: ResolvedOptions): Line | undefined {
  return lines.filter((line) => !traits.givenHost || line.owner.platform === options.platform)[0];
}

/** Takes our listeners off the host when the task that has the line is closed, or goes on without it. */
export function leaveLine(options: ResolvedOptions): void {
  const line = lineOf(options);
  if (!line || line.owner !== options) return;
  line.hear = line.supersede = ignore;
  line.detach();
}

export function createLine(options: ResolvedOptions): Line {
  const onOpen = (event: any) => line.hear('onOpen', event);
  const onMessage = (event: any) => line.hear('onMessage', event);
  const onError = (event: any) => line.hear('onError', event);
  const onClose = (event: any) => line.hear('onClose', event);
  let isAttached = false;

  function attach(): void {
    if (isAttached) return;
    isAttached = true;
    host(options).onSocketOpen!(onOpen);
    host(options).onSocketMessage!(onMessage);
    host(options).onSocketError!(onError);
    host(options).onSocketClose!(onClose);
  }

  // Always with the listener: without one the host removes those of the application too. Where it cannot remove any,
  // ours stay and serve the next socket.
  function detach(): void {
    if (!isAttached || !host(options).offSocketOpen) return;
    isAttached = false;
    guard(() => {
      host(options).offSocketOpen!(onOpen);
      host(options).offSocketMessage!(onMessage);
      host(options).offSocketError!(onError);
      host(options).offSocketClose!(onClose);
    }, ignore);
  }

  const line: Line = {
    owner: options,
    givesTasks: false,
    hasOpened: false,
    supersede: ignore,
    wasRefused: () => false,
    hear: ignore,
    owed: 0,
    askedAt: 0,
    attach,
    detach,
  };
  lines.push(line);
  return line;
}
