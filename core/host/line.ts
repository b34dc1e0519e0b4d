import { createEar, type Ear, open, shut } from './ear';
import { type CloseFrame, type HostOptions, host } from '../port';

/** How long, in milliseconds, a close that the host owes may still come. */
const LONGEST_DEBT = 10000;

export type SocketEvent = 'onOpen' | 'onMessage' | 'onError' | 'onClose';

/** A task, or anything else that connects. */
export interface Holder {
  readonly listeners: HolderListeners;
}

export interface HolderListeners {
  /**
   * Another task took the host's only socket.
   *
   * @only singleSocket
   */
  superseded(holder: Holder): void;
}

/** The socket that hears the line. */
export interface Speaker {
  hear(name: SocketEvent, event: unknown): void;
  /** The host answered a close, which may mean no more than that it was asked. */
  answered(isDone: boolean): void;
  /** It was told to close, and the host has not confirmed that. */
  isLeaving(): boolean;
}

/**
 * The one socket of a host that has no more: who has it, and which closes the host still owes. Its events carry no
 * identity: they go to the socket that hears the line at the moment.
 */
export interface Line extends HostOptions {
  holder: Holder | null;
  speaker: Speaker | null;
  /** The host gave a SocketTask once, so that it returns nothing only when it refuses. */
  givesTasks: boolean;
  /** A socket opened on it once, so that the host is known to have one only. */
  hasOpened: boolean;
  /** For each close that the host was asked for, the time until which it may still be reported. */
  debts: { until: number }[];
  /** The time of the last request to close, null once the host has answered. */
  askedAt: number | null;
  readonly ears: { [name in SocketEvent]: Ear };
}

export function createLine(options: HostOptions): Line {
  const earFor = (name: SocketEvent) =>
    createEar((event) => {
      if (line.speaker) line.speaker.hear(name, event);
    });
  const line: Line = {
    /** @only givenHost */
    platform: options.platform,
    holder: null,
    speaker: null,
    givesTasks: false,
    hasOpened: false,
    debts: [],
    askedAt: null,
    ears: {
      onOpen: earFor('onOpen'),
      onMessage: earFor('onMessage'),
      onError: earFor('onError'),
      onClose: earFor('onClose'),
    },
  };
  return line;
}

/** An application may call `offSocketOpen()` and remove every listener, so ours are registered anew for each socket. */
export function attach(line: Line, speaker: Speaker): void {
  const { onOpen, onMessage, onError, onClose } = line.ears;
  detach(line);
  line.speaker = speaker;
  open(onOpen, (listener) => host(line).onSocketOpen!(listener));
  open(onMessage, (listener) => host(line).onSocketMessage!(listener));
  open(onError, (listener) => host(line).onSocketError!(listener));
  open(onClose, (listener) => host(line).onSocketClose!(listener));
}

/** Where the host cannot remove listeners, ours stay, and serve the next socket. */
export function detach(line: Line): void {
  const { onOpen, onMessage, onError, onClose } = line.ears;
  line.speaker = null;
  if (!host(line).offSocketOpen) return;
  shut(onOpen, (listener) => host(line).offSocketOpen!(listener));
  shut(onMessage, (listener) => host(line).offSocketMessage!(listener));
  shut(onError, (listener) => host(line).offSocketError!(listener));
  shut(onClose, (listener) => host(line).offSocketClose!(listener));
}

/** Takes the line from its holder. */
export function takeLine(line: Line, holder: Holder): void {
  const { holder: before } = line;
  line.holder = holder;
  if (before && before !== holder) before.listeners.superseded(before);
}

/** The holder is closed, or goes on without the line. A socket on its way out is heard until it is gone. */
export function leaveLine(line: Line, holder: Holder): void {
  if (line.holder !== holder) return;
  line.holder = null;
  rest(line);
}

/** Without a holder, only a socket on its way out is heard. */
export function rest(line: Line): void {
  if (!line.holder && line.speaker && !line.speaker.isLeaving()) detach(line);
}

/** Asks the host to close the socket that it has. */
export function askClose(line: Line, frame: CloseFrame): unknown {
  const { code, reason, success, fail, complete } = frame;
  line.askedAt = Date.now();
  line.debts = standing(line).concat({ until: line.askedAt + LONGEST_DEBT });
  const answered = (isDone: boolean) => {
    line.askedAt = null;
    if (line.speaker) line.speaker.answered(isDone);
  };
  return host(line).closeSocket!({
    code,
    reason,
    success: (result) => {
      answered(true);
      if (success) success(result);
    },
    fail: (error) => {
      // What the host has refused it does not owe.
      line.debts.pop();
      answered(false);
      if (fail) fail(error);
    },
    complete,
  });
}

/** The debts that the host may still pay; a clock that was set back does not prolong them. */
function standing(line: Line): Line['debts'] {
  const now = Date.now();
  return line.debts.filter(({ until }) => until > now && until <= now + LONGEST_DEBT);
}

/** Whether a close that is reported now may be the answer to one that was asked for; it is counted as that. */
export function payDebt(line: Line): boolean {
  line.debts = standing(line);
  return !!line.debts.shift();
}
