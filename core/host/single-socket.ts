import { askClose, attach, detach, type Line, payDebt, rest, type SocketEvent, type Speaker, takeLine } from './line';
import { adopt, doubtClose, type Link } from './link';
import { isLineTaken } from './read';
import { guard, ignore } from '../common/guard';
import { schedule, type TimerOwner } from '../common/timer';
import { type CloseFrame, type ConnectParams, type HostOptions, host, type Listener, type Raw, traits } from '../port';

/**
 *     waiting ── line free ──▶ dialled ── opened ──▶ open
 *      │   ▲                    │   │                 │
 *      │   └── line was taken ──┘   └───┐   ┌─────────┘ told to close
 *      ▼                                ▼   ▼
 *     over ◀───────── confirmed ────── leaving
 *
 * A socket that is leaving is watched: some hosts ignore a close while connecting, so it is closed again if it opens
 * all the same. One whose close the host reported is over.
 */
type Phase = 'waiting' | 'dialled' | 'open' | 'leaving' | 'over';

/** How long a new connection waits, in milliseconds, for the host to say that the old socket is closed. */
const LONGEST_WAIT = 1000;

/** The one socket of a host, in the shape of a SocketTask. */
interface SingleSocket extends Speaker, TimerOwner {
  readonly link: Link;
  readonly line: Line;
  readonly params: ConnectParams;
  readonly registered: { [name in SocketEvent]: Listener[] };
  phase: Phase;
  isDialled: boolean;
  hasOpened: boolean;
  /** The host reported that it is closed. */
  isReported: boolean;
  /** The socket in its way was told to close. */
  hasCleared: boolean;
  onOpen(listener: Listener): void;
  onMessage(listener: Listener): void;
  onError(listener: Listener): void;
  onClose(listener: Listener): void;
  send(frame: Raw): unknown;
  close(frame?: CloseFrame): unknown;
  /** A close was heard before the open: another socket's, if the open still comes. */
  early: { event: unknown } | null;
}

/**
 * Whether these parameters ask for the host's only socket. On Alipay it is the default, and said explicitly: since
 * base library 2.9.1 an absent `multiple` means what the app's `behavior.connectSocketDefaultMultiple` says.
 */
export function isSingleSocket(link: Link, params: ConnectParams): boolean {
  const line = link.keeper.line;
  if (!traits.socketTasks) return true;
  if (traits.givenHost && line.givesTasks) return false;
  if (!host(line).offSocketOpen) return line.hasOpened || (!!line.speaker && line.speaker.isLeaving());
  params.multiple = params.multiple === true;
  return !params.multiple;
}

/** Asks for one of several sockets where the host has both kinds and the parameters name none. */
export function preferTasks(params: ConnectParams, options: HostOptions): void {
  if (host(options).offSocketOpen && params.multiple === undefined) params.multiple = true;
}

/**
 * Takes the line and gives the link an object of the shape of a SocketTask for it. The task that had the line is closed
 * first, and the host is given time to close its socket.
 *
 * @param isDialled the host was asked for the socket already, and returned nothing
 */
export function openSingleSocket(link: Link, params: ConnectParams, isDialled: boolean): void {
  const line = link.keeper.line;
  const holder = link.owner!;
  const { fail } = params;
  const socket: SingleSocket = {
    link,
    line,
    params,
    registered: { onOpen: [], onMessage: [], onError: [], onClose: [] },
    phase: isDialled ? 'dialled' : 'waiting',
    isDialled,
    hasOpened: false,
    isReported: false,
    hasCleared: false,
    early: null,
    hear: (name, event) => hear(socket, name, event),
    answered: (isDone) => answered(socket, isDone),
    isLeaving: () => socket.phase === 'leaving' && !socket.isReported,
    onOpen: (listener) => void socket.registered.onOpen.push(listener),
    onMessage: (listener) => void socket.registered.onMessage.push(listener),
    onError: (listener) => void socket.registered.onError.push(listener),
    onClose: (listener) => void socket.registered.onClose.push(listener),
    send: (frame) => sendSingle(socket, frame),
    close: (frame) => closeSingle(socket, frame),
  };
  params.fail = (error) => refusedSingle(socket, error, fail!);
  takeLine(line, holder);
  // In its close handler the other task may have been revived and hold the line again, or this one have gone on.
  if (line.holder !== holder || link.owner !== holder) return;
  attach(line, socket);
  adopt(link, socket as Raw);
  if (socket.phase !== 'waiting') return;
  const asked = line.askedAt === null ? LONGEST_WAIT : Date.now() - line.askedAt;
  if (asked >= 0 && asked < LONGEST_WAIT) schedule(socket, LONGEST_WAIT - asked, () => dialSingle(socket));
  else dialSingle(socket);
}

function dialSingle(socket: SingleSocket): void {
  const { line, link, params } = socket;
  schedule(socket, Infinity);
  socket.phase = 'dialled';
  socket.isDialled = true;
  guard(() => {
    const returned: Raw = host(line).connectSocket(params);
    if (!traits.givenHost || !returned || !returned.onOpen) return returned;
    line.givesTasks = true;
    socket.phase = 'over';
    detach(line);
    adopt(link, returned);
  }, params.fail!);
}

/** Error 3: there is a socket already. It is closed, once, and this one asked for again within the same attempt. */
function refusedSingle(socket: SingleSocket, error: Raw, tell: Listener): void {
  if (socket.phase === 'dialled' && !socket.hasCleared && isLineTaken(error)) {
    socket.hasCleared = true;
    socket.isDialled = false;
    socket.phase = 'waiting';
    schedule(socket, LONGEST_WAIT, () => dialSingle(socket));
    hangUp(socket);
    // What is told while nothing is asked was told before: a promise rejects after `fail`.
  } else if (socket.phase !== 'waiting') tell(error);
}

function hear(socket: SingleSocket, name: SocketEvent, event: unknown): void {
  const { line, phase } = socket;
  if (name === 'onMessage') {
    if (phase === 'open') tellOwner(socket, name, event);
    return;
  }
  const isOwed = name === 'onClose' && payDebt(line);
  if (phase === 'open') {
    if (isOwed) doubtClose(socket.link, event);
    else hearOpen(socket, name, event);
  } else if (phase === 'dialled') {
    if (!isOwed) hearDialled(socket, name, event);
  } else if (phase !== 'over') hearLeaving(socket, name, event);
  // An open that nobody here asked for is another program's: the line is taken.
  else if (name === 'onOpen' && line.holder) line.holder.listeners.superseded(line.holder);
}

function hearOpen(socket: SingleSocket, name: SocketEvent, event: unknown): void {
  if (name === 'onClose') {
    socket.line.debts = [];
    socket.phase = 'over';
  }
  tellOwner(socket, name, event);
}

function hearDialled(socket: SingleSocket, name: SocketEvent, event: unknown): void {
  const { early, line } = socket;
  if (name === 'onOpen') {
    schedule(socket, Infinity);
    socket.phase = 'open';
    socket.hasOpened = line.hasOpened = true;
    tellOwner(socket, name, event);
  } else if (name === 'onError') {
    tellOwner(socket, name, event);
    if (early) fallThrough(socket, early.event);
  } else if (socket.link.giveUp) fallThrough(socket, event);
  else if (!early) {
    socket.early = { event };
    schedule(socket, LONGEST_WAIT, () => fallThrough(socket, event));
  }
}

/** It closed before it opened. It may open all the same, whatever the host said, so it is still watched. */
function fallThrough(socket: SingleSocket, event: unknown): void {
  schedule(socket, Infinity);
  if (socket.phase !== 'dialled') return;
  socket.line.debts = [];
  socket.phase = 'leaving';
  socket.isReported = true;
  hangUp(socket);
  tellOwner(socket, 'onClose', event);
}

/** The socket on its way out is this one, or while this one waits the one before it. */
function hearLeaving(socket: SingleSocket, name: SocketEvent, event: unknown): void {
  const { line, phase } = socket;
  if (name === 'onOpen') {
    if (phase === 'waiting') schedule(socket, LONGEST_WAIT, () => dialSingle(socket));
    else socket.hasOpened = true;
    hangUp(socket);
  } else if (name === 'onClose' && line.debts.length && !socket.hasCleared) {
    // The close is one of several that the host owes.
  } else if (phase === 'waiting') {
    if (name === 'onClose') dialSingle(socket);
  } else if (name === 'onClose' || !socket.hasOpened) {
    socket.phase = 'over';
    tellOwner(socket, name, event);
    rest(line);
  }
}

/**
 * The answer to a close frees the line, unless it was given too early once. For a socket that has not opened it says
 * nothing: some hosts have not looked. A socket that waits for the event goes on waiting.
 */
function answered(socket: SingleSocket, isDone: boolean): void {
  if (socket.phase === 'waiting' && !socket.hasCleared) dialSingle(socket);
  else if (isDone && socket.phase === 'leaving' && socket.hasOpened && !socket.link.owner) {
    socket.phase = 'over';
    rest(socket.line);
  }
}

function tellOwner(socket: SingleSocket, name: SocketEvent, event: unknown): void {
  const listeners = socket.registered[name];
  for (let i = 0, count = listeners.length; i < count; i++) listeners[i](event);
}

function hangUp({ line }: SingleSocket): void {
  guard(() => askClose(line, {}), ignore);
}

function sendSingle(socket: SingleSocket, frame: Raw): unknown {
  if (socket.line.speaker === socket) return host(socket.line).sendSocketMessage!(frame);
}

/** A socket that the host was not asked for, or has refused, is not there to be closed. */
function closeSingle(socket: SingleSocket, frame: CloseFrame = {}): unknown {
  const { line, link, phase } = socket;
  const isThere = socket.isDialled && (socket.hasOpened || !link.isRefused);
  schedule(socket, Infinity);
  if (phase !== 'over' && line.speaker === socket) {
    socket.phase = isThere ? 'leaving' : 'over';
    if (isThere) return askClose(line, frame);
    rest(line);
  }
  if (frame.success) frame.success(null);
}
