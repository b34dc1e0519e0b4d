import { checked } from '../common/check';
import { callUser } from '../common/guard';
import type { Task, TaskEvents } from '../types';

type Hook = 'onOpen' | 'onMessage' | 'onError' | 'onClose' | 'onReconnect' | 'onState';
type TaskEvent = TaskEvents[keyof TaskEvents];
type Handler = (event: never) => void;
/** The handlers that a task has of its own. */
type Face = Pick<Task, Exclude<Hook, 'onState'>> & { onState?: null };

/**
 * The events of a task on their way to its handlers. Every handler sees them in one order: what a handler causes comes
 * after the event it handles, for the others too, and `deliver` returns when all of it has been seen.
 */
export interface Events {
  readonly task: Face;
  /** Handlers beside the one of the task, for each hook. */
  readonly added: { [hook: string]: Handler[] };
  readonly posted: [Hook, TaskEvent][];
  /** The event being delivered, and the handlers that have not seen it yet. */
  event: TaskEvent | null;
  handlers: Handler[];
  /** Events wait for the first handler. */
  isHeld: boolean;
}

export function createEvents(task: Face): Events {
  return { task, added: {}, posted: [], event: null, handlers: [], isHeld: true };
}

function handlersOf(events: Events, hook: Hook): Handler[] {
  const { added, task } = events;
  return (added[hook] || []).concat((task[hook] as Handler) || []);
}

/** Adds a handler; returns what removes it. */
export function addHandler(events: Events, type: string, handler: Handler): () => void {
  const { added, task } = events;
  const hook = 'on' + String(type).replace(/./, (first) => first.toUpperCase());
  const entry: Handler = (event) => handler(event);
  if (!type || !(hook in task || hook === 'onState')) {
    checked('type', 'open, message, error, close, reconnect or state', type);
  }
  checked('handler', 'a function', handler);
  added[hook] = (added[hook] || []).concat(entry);
  return () => {
    added[hook] = added[hook].filter((other) => other !== entry);
  };
}

/** Puts an event behind those not yet delivered. */
export function post(events: Events, hook: Hook, event: TaskEvent): void {
  events.posted.push([hook, event]);
}

/** Delivers every posted event. */
export function deliver(events: Events): void {
  const { posted } = events;
  const last = posted[posted.length - 1];
  if (events.isHeld && !(last && handlersOf(events, last[0]).length)) return;
  events.isHeld = false;
  while (events.handlers.length || posted.length) {
    if (events.handlers.length) {
      callUser(events.handlers.shift(), events.event);
    } else {
      const next = posted.shift()!;
      events.handlers = handlersOf(events, next[0]);
      events.event = next[1];
    }
  }
}

/** Delivers one more event, at once if it is the only one and has a single handler. */
export function emit(events: Events, hook: Hook, event: TaskEvent): void {
  const { added, task, handlers, posted } = events;
  const others = added[hook];
  if (task[hook] && !(others && others.length) && !handlers.length && !posted.length) {
    callUser(task[hook], event);
  } else {
    post(events, hook, event);
    deliver(events);
  }
}

/** Ends the time in which events wait for the first handler. */
export function release(events: Events): void {
  events.isHeld = false;
  deliver(events);
}
