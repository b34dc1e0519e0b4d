import type { Settings } from './settings';
import { emit, type TargetRecord } from './target';
import { checked, mismatch, PREFIX } from '../common/check';
import { guard, ignore, isThenable } from '../common/guard';
import { schedule, type TimerOwner } from '../common/timer';
import { dial } from '../host/dial';
import { requireHost } from '../host/find';
import { attend, type Hearer, type HearerListeners, type Keeper, keeperOf } from '../host/keeper';
import { leaveLine } from '../host/line';
import {
  askToClose,
  closeLink,
  createLink,
  failed,
  type Link,
  type LinkListeners,
  type LinkOwner,
  sendOver,
} from '../host/link';
import { readProtocol, readReason } from '../host/read';
import { preferTasks } from '../host/single-socket';
import { type ConnectParams, type Raw, traits } from '../port';
import type { Data } from '../types';

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

/** What may be left of `idleTimeout` when the app is back in front. Milliseconds. */
const IDLE_AFTER_RETURN = 5000;

/** How often silence is counted. Milliseconds. */
const IDLE_STEP = 1000;

/** Sockets that hosts allow at once. Source: developers.weixin.qq.com, opendocs.alipay.com and others, connectSocket */
const HOST_LIMIT = 5;

/**
 * One socket.
 *
 *     connecting ── opened ──▶ open ── close() ──▶ closing ── the host has closed it, or not in time ──▶ closed
 *         └── failed, or close() ──┴── failed ──▶ closing ── its close, or 200 ms ─────────────────────────▲
 *
 * Its one timer is the step into the host, the bound on opening, the count of silence, or the bound on closing.
 */
export interface SocketRecord extends LinkOwner, Hearer, TargetRecord, TimerOwner {
  readonly settings: Settings;
  readonly keeper: Keeper;
  readonly listeners: LinkListeners & HearerListeners;
  readonly protocols: string[];
  link: Link;
  /** One's own close of an open socket. */
  ownClose: { code: number; reason: string } | null;
  /** The host is being told to close: what it says meanwhile waits. */
  isAsking: boolean;
  hasOpened: boolean;
  /** How much longer it may be silent, in milliseconds awake from the beginning of the present step. */
  patience: number;
  /** When the present step began. */
  steppedAt: number;
  readyState: number;
  readonly url: string;
  protocol: string;
  readonly extensions: string;
  bufferedAmount: number;
  binaryType: string;
  onopen: Raw;
  onmessage: Raw;
  onerror: Raw;
  onclose: Raw;
}

export function createSocket(settings: Settings, url: string, protocols: string[]): SocketRecord {
  requireHost(settings);
  const record: SocketRecord = {
    settings,
    keeper: keeperOf(settings),
    listeners,
    protocols,
    link: null as never,
    ownClose: null,
    isAsking: false,
    hasOpened: false,
    patience: settings.idleTimeout,
    steppedAt: 0,
    face: null,
    attached: [],
    counted: ignore,
    readyState: CONNECTING,
    url,
    protocol: '',
    extensions: '',
    bufferedAmount: 0,
    binaryType: 'blob',
    onopen: null,
    onmessage: null,
    onerror: null,
    onclose: null,
  };
  record.link = createLink(record);
  attend(record.keeper, record, true);
  // A host may answer at once, and nothing is reported before the constructor has returned.
  schedule(record, 0, () => {
    schedule(record, settings.openTimeout, () => giveUp(record, 'not open after ' + settings.openTimeout + ' ms'));
    guard(
      () => dial(record.link, paramsOf(record), true),
      (error) => failed(record.link, error, 'params'),
    );
  });
  return record;
}

/** What `connectSocket` is asked for. */
function paramsOf(record: SocketRecord): ConnectParams {
  const { settings, protocols, url } = record;
  const params: Raw = {};
  settings.layers.forEach((layer) => {
    const given = typeof layer === 'function' ? layer() : layer;
    if (isThenable(given)) throw new TypeError(mismatch('params()', 'an object at once', given));
    checked('params()', 'an object', given);
    for (const name in given) params[name] = given[name];
  });
  params.url = url;
  if (protocols.length) params.protocols = protocols;
  if (traits.singleSocket && traits.socketTasks) preferTasks(params, record.keeper);
  return params;
}

/** Ends it now, for a reason of ours if it has not failed already. */
function giveUp({ link }: SocketRecord, why: string): void {
  if (!link.giveUp) failed(link, PREFIX + why, 'connect-timeout');
  if (link.giveUp) link.giveUp();
}

/** Counts silence in steps, so that a program that slept has not waited longer. */
function watch(record: SocketRecord): void {
  const { patience } = record;
  // The last millisecond is waited for on its own: what the host had in its queue is delivered before it is over.
  const step = Math.min(IDLE_STEP, patience - 1) || 1;
  record.steppedAt = Date.now();
  schedule(record, patience < Infinity ? step : Infinity, () => {
    record.patience -= step;
    if (record.patience > 0) watch(record);
    else giveUp(record, 'no message within idleTimeout');
  });
}

/** How much of the present step has passed, whatever became of the clock. */
function passed({ steppedAt }: SocketRecord): number {
  return Math.max(0, Math.min(Date.now() - steppedAt, IDLE_STEP));
}

const listeners: SocketRecord['listeners'] = {
  adopted: ignore,
  /** @only givenHost */
  promised: ignore,
  opened(record: SocketRecord, raw) {
    const { protocols } = record;
    if (record.readyState !== CONNECTING) return;
    record.protocol = readProtocol(raw) || (protocols.length > 1 ? '' : protocols[0] || '');
    record.readyState = OPEN;
    record.hasOpened = true;
    watch(record);
    emit(record, 'open');
  },
  heard(record: SocketRecord) {
    if (record.hasOpened) record.patience = record.settings.idleTimeout + passed(record);
  },
  received(record: SocketRecord, data) {
    if (record.readyState === OPEN) emit(record, 'message', { data });
  },
  failed(record: SocketRecord) {
    record.readyState = CLOSING;
  },
  closed(record: SocketRecord, _cause, code, _reason, raw) {
    const reason = readReason(raw);
    record.readyState = CLOSING;
    // Within close() nothing is told.
    if (record.isAsking) schedule(record, 0, () => finish(record, code, reason));
    else finish(record, code, reason);
  },
  doubted() {
    return false;
  },
  /** @only singleSocket */
  superseded(record: SocketRecord) {
    endSocket(record, 4000, 'superseded', false, record.hasOpened ? '' : 'superseded');
  },
  told(record: SocketRecord, news) {
    if (news !== 'shown' || record.readyState !== OPEN || record.patience === Infinity) return;
    record.patience = Math.min(record.patience - passed(record), IDLE_AFTER_RETURN);
    watch(record);
  },
};

/** The host has closed it, or will not say so any more. */
function finish(record: SocketRecord, code: number, reason: string): void {
  const { hasOpened, ownClose, link } = record;
  const { failure } = link;
  if (!hasOpened)
    endSocket(record, 1006, '', false, (failure || reason || PREFIX + 'closed by the host') + limitOf(record));
  else if (failure) endSocket(record, code, reason, false, failure);
  else if (ownClose) endSocket(record, ownClose.code, ownClose.reason, true);
  else endSocket(record, code, reason, code !== 1006);
}

/** Hosts do not always say so when there are too many sockets. */
function limitOf({ keeper }: SocketRecord): string {
  const count = keeper.hearers.filter((hearer) => hearer.listeners === listeners).length;
  return count > HOST_LIMIT ? '; the limit of the host is reached: ' + count + ' sockets' : '';
}

function endSocket(record: SocketRecord, code: number, reason: string, wasClean: boolean, message?: string): void {
  const { keeper, link } = record;
  record.readyState = CLOSED;
  schedule(record, Infinity);
  attend(keeper, record, false);
  closeLink(link, 1000, reason);
  if (traits.singleSocket) leaveLine(keeper.line, record);
  if (message) emit(record, 'error', { message });
  emit(record, 'close', { code, reason, wasClean });
}

/** Whether it took the data is for the host to say. */
export function sendData(record: SocketRecord, data: Data, size: number): void {
  const { link } = record;
  record.bufferedAmount += size;
  if (record.readyState !== OPEN) return;
  sendOver(
    link,
    data,
    () => {
      record.bufferedAmount -= size;
      size = 0;
    },
    (error) => failed(link, error, 'host'),
  );
}

/** A code that is NaN is none. */
export function startClose(record: SocketRecord, code: number, reason: string): void {
  const { readyState, settings, link } = record;
  if (readyState > OPEN) return;
  record.readyState = CLOSING;
  if (readyState === CONNECTING) {
    schedule(record, Infinity);
    failed(link, PREFIX + 'closed before it was open', 'user');
    return;
  }
  record.ownClose = { code: code || 1005, reason };
  schedule(record, settings.closeTimeout, () => endSocket(record, 1006, '', false));
  record.isAsking = true;
  askToClose(link, code || 1000, reason);
  record.isAsking = false;
}
