import { callUser } from '../common/guard';
import { checked } from '../common/kind';

type Hook = 'onOpen' | 'onMessage' | 'onError' | 'onClose' | 'onReconnect';

/**
 * The events of a task on their way to its handlers. Every handler sees them in one order: what a handler causes comes
 * after the event it handles, for the others too, and `deliver` returns when all of it has been seen.
 */
export interface Events {
  readonly task: any;
  /** Handlers beside the one of the task, for each hook. */
  readonly added: { [hook: string]: any[] };
  readonly posted: [Hook, any][];
  /** The event being delivered, and who has not seen it yet. */
  event: any;
  handlers: any[];
  /** Events wait for the first handler. */
  isHeld: boolean;
}

function handlersOf(events: Events, hook: Hook): any[] {
  const { added, task } = events;
  return (added[hook] || []).concat(task[hook] || []);
}

/** Adds a handler; returns what removes it. */
export function addHandler(events: Events, type: string, handler: any): () => void {
  const { added, task } = events;
  const hook = 'on' + String(type).replace(/./, (first) => first.toUpperCase());
  const entry = (event: any) => handler(event);
  if (!type || !(hook in task)) checked('type', 'open, message, error, close or reconnect', type);
  checked('handler', 'a function', handler);
  added[hook] = (added[hook] || []).concat(entry);
  return () => {
    added[hook] = added[hook].filter((other) => other !== entry);
  };
}

/** Puts an event behind those not yet delivered. */
export function post(events: Events, hook: Hook, event: any): void {
  events.posted.push([hook, event]);
}

/** Delivers every posted event. */
export function deliver(events: Events): void {
  const { posted } = events;
  const last = posted[posted.length - 1];
  if (events.isHeld && last && !handlersOf(events, last[0]).length) return;
  events.isHeld = false;
  while (events.handlers.length || posted.length) {
    if (events.handlers.length) {
      callUser(events.handlers.shift(), events.event);
    } else {
      const next = posted.shift() as [Hook, any];
      events.handlers = handlersOf(events, next[0]);
      events.event = next[1];
    }
  }
}

/** Delivers one more event, at once if it is the only one and has a single handler. */
export function emit(events: Events, hook: Hook, event: any): void {
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
