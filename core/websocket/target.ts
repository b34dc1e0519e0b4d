import { SocketEvent } from './event';
import { checked } from '../common/check';
import { callUser } from '../common/guard';
import type { Raw } from '../port';

/** A listener of a target; one whose signal is aborted is gone. */
interface TargetListener {
  readonly type: string;
  /** A function, an object with `handleEvent`, or the name of a handler in the record, `onopen`. */
  readonly callback: Raw;
  readonly isCapture: boolean;
  readonly isOnce: boolean;
  abortion: { aborted?: boolean };
}

/** What an event target keeps out of sight. */
export interface TargetRecord {
  /** What the application holds. */
  face: Raw;
  /** Never changed in place: a dispatch goes through those that it began with. */
  attached: TargetListener[];
  /** Listeners came or went. */
  counted(): void;
}

/** What all event targets have; each keeps its record out of sight. */
export function EventTarget(this: Raw, record: TargetRecord): void {
  record.face = this;
  Object.defineProperty(this, 'mde', { value: record });
}

EventTarget.prototype = {
  addEventListener(this: Raw, type: unknown, callback: Raw, options: Raw): void {
    addListener(this.mde, type, checked('listener', 'a function, an object or null', callback || null), options);
  },

  removeEventListener(this: Raw, type: unknown, callback: Raw, options: Raw): void {
    removeListener(this.mde, type, callback, options);
  },

  dispatchEvent(this: Raw, event: Raw): boolean {
    dispatch(this.mde, event);
    return !event.defaultPrevented;
  },
};

function createListener(type: unknown, callback: Raw, options: Raw): TargetListener {
  const given = options || {};
  return {
    type: String(type),
    callback,
    isCapture: options === true || !!given.capture,
    isOnce: !!given.once,
    abortion: given.signal || {},
  };
}

/** The one of the target that counts as the same. */
function twin({ attached }: TargetRecord, { type, callback, isCapture }: TargetListener): TargetListener | undefined {
  return attached.filter(
    (other) => other.type === type && other.callback === callback && other.isCapture === isCapture,
  )[0];
}

export function addListener(record: TargetRecord, type: unknown, callback: Raw, options?: Raw): void {
  const listener = createListener(type, callback, options);
  if (callback && !twin(record, listener)) record.attached = record.attached.concat(listener);
  thin(record);
}

export function removeListener(record: TargetRecord, type: unknown, callback: Raw, options?: Raw): void {
  const listener = twin(record, createListener(type, callback, options));
  if (listener) listener.abortion = { aborted: true };
  thin(record);
}

/** Lets go of the listeners that are gone. */
function thin(record: TargetRecord): void {
  record.attached = record.attached.filter(({ abortion }) => !abortion.aborted);
  record.counted();
}

export function emit(record: TargetRecord, type: string, fields?: Raw): void {
  dispatch(record, new (SocketEvent as Raw)(type, fields));
}

function dispatch(record: TargetRecord, event: Raw): void {
  const { face, attached } = record;
  event.target = event.currentTarget = face;
  attached.forEach((listener) => {
    const { callback, abortion } = listener;
    const isHandler = typeof callback === 'string';
    const called = isHandler ? (record as Raw)[callback] : callback;
    if (listener.type !== event.type || event.isStopped) return;
    if (listener.isOnce) listener.abortion = { aborted: true };
    if (listener.abortion.aborted) thin(record);
    if (abortion.aborted) return;
    callUser(() => {
      if (typeof called === 'function') called.call(face, event);
      else if (!isHandler) called.handleEvent(event);
    });
  });
  event.currentTarget = null;
}
