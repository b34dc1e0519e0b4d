import { callUser } from './guard';
import { checked } from './kind';

type Hook = 'onOpen' | 'onMessage' | 'onError' | 'onClose' | 'onReconnect';

export interface Events {
  on(type: string, handler: any): () => void;
  /** Puts an event behind those not yet delivered. */
  post(hook: Hook, event: any): void;
  /** Delivers every posted event. */
  deliver(): void;
  /** Delivers one more event, at once if it is the only one and has a single handler. */
  emit(hook: Hook, event: any): void;
  /** Ends the time in which events wait for the first handler. */
  release(): void;
}

/**
 * Delivers events to the handlers of a task. Every handler sees them in one order: what a handler causes comes after
 * the event it handles, for the others too, and `deliver` returns when all of it has been seen.
 */
export function createEvents(task: any): Events {
  const added: { [hook: string]: any[] } = {};
  const posted: [Hook, any][] = [];
  let handlers: any[] = [];
  let event: any;
  let isHeld = true;

  const handlersOf = (hook: Hook): any[] => (added[hook] || []).concat(task[hook] || []);

  function post(hook: Hook, event: any): void {
    posted.push([hook, event]);
  }

  function deliver(): void {
    const last = posted[posted.length - 1];
    if (isHeld && last && !handlersOf(last[0]).length) return;
    isHeld = false;
    while (handlers.length || posted.length) {
      if (handlers.length) {
        callUser(handlers.shift(), event);
      } else {
        const next = posted.shift() as [Hook, any];
        handlers = handlersOf(next[0]);
        event = next[1];
      }
    }
  }

  return {
    on(type, handler) {
      const hook = 'on' + String(type).replace(/^./, (first) => first.toUpperCase());
      const entry = (event: any) => handler(event);
      if (!type || !(hook in task)) checked('type', 'open, message, error, close or reconnect', type);
      checked('handler', 'a function', handler);
      added[hook] = (added[hook] || []).concat(entry);
      return () => {
        added[hook] = added[hook].filter((other) => other !== entry);
      };
    },
    post,
    deliver,
    emit(hook, event) {
      const others = added[hook];
      if (task[hook] && !(others && others.length) && !handlers.length && !posted.length) {
        callUser(task[hook], event);
      } else {
        post(hook, event);
        deliver();
      }
    },
    release() {
      isHeld = false;
      deliver();
    },
  };
}
