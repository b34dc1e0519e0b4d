// @ts-check
/**
 * Rule 1. An attempt is `error* [open (message | error)*] close`; what follows a close is said in it; a host's error
 * ends the attempt within the time that a close may take to follow.
 */
import { isMain, isNewest, memberOf, newestOf, perTask } from './rule.mjs';

const CAUSES = [
  'host',
  'connect-timeout',
  'pong-timeout',
  'params',
  'platform',
  'stale',
  'replaced',
  'superseded',
  'user',
];
/** After these the next attempt comes at once, as a first one. */
const AGAIN = ['replaced', 'stale'];
const LAST = ['platform', 'superseded', 'user'];
/** How long the library waits for the close after an error, in milliseconds. */
const GRACE = 200;

/** @returns {import('./rule.mjs').Rule} */
export function grammar() {
  const tasks = perTask(() => ({
    place: 'attempt',
    begun: 0,
    ended: 0,
    revivals: 0,
    errorAt: Number.POSITIVE_INFINITY,
    /** The last socket of an attempt that has ended. @type {any} */
    past: undefined,
  }));

  /** @type {Record<string, (task: any, event: any, view: import('./rule.mjs').View) => string | void>} */
  const read = {
    open(task) {
      if (task.place !== 'attempt') return `open came ${told(task)}`;
      task.place = 'open';
    },
    message(task) {
      if (task.place !== 'open') return `a message came ${told(task)}`;
    },
    error(task) {
      if (task.place !== 'attempt' && task.place !== 'open') return `an error came ${told(task)}`;
    },
    close(task, event, view) {
      if (task.place === 'over' || task.place === 'promised') return `a second close came, ${told(task)}`;
      if (task.place !== 'waiting') task.ended = Math.min(task.ended + 1, task.begun);
      const fault = faultOf(event, task.place === 'open', view);
      if (fault) return fault;
      task.place = event.willReconnect ? 'promised' : 'over';
      if (task.place === 'over' && task.revivals > 0) {
        task.revivals -= 1;
        task.place = 'attempt';
      }
      task.errorAt = Number.POSITIVE_INFINITY;
    },
    reconnect(task, event) {
      if (task.place !== 'promised') return `reconnect came ${told(task)}`;
      const isAgain = AGAIN.includes(event.cause);
      const isTold = isAgain ? event.attempt === 0 && event.delay === 0 : event.attempt >= 1 && event.delay >= 0;
      if (!isTold) return `reconnect says attempt ${event.attempt}, delay ${event.delay}`;
      task.place = task.begun > task.ended ? 'attempt' : 'waiting';
    },
  };

  /** @param {any} task */
  function begin(task) {
    task.begun += 1;
    if (task.place === 'waiting') task.place = 'attempt';
  }

  return {
    name: '1 grammar',
    on: {
      event(entry, view) {
        if (!isMain(entry)) return;
        if (entry.type === 'close') tasks.of(entry.task).past = newestOf(view, entry.task);
        return read[entry.type](tasks.of(entry.task), entry.event, view);
      },
      // What was said to a program that stood still is heard when it is back.
      resume(_entry, view) {
        for (const task of tasks.all()) if (task.errorAt <= view.now()) task.errorAt = view.now();
      },
      // An attempt begins by asking for its parameters, or else for its socket.
      dial: ({ task }, view) => void (memberOf(view, task)?.spec.params !== 'function' && begin(tasks.of(task))),
      asked: ({ task, what }) => void (what === 'params' && begin(tasks.of(task))),
      call({ task, name }, view) {
        const isClosed = memberOf(view, task)?.state === 'closed';
        if (name !== 'reconnect' || !isClosed) return;
        if (tasks.of(task).place === 'over') tasks.of(task).place = 'attempt';
        // The task was closed, and its handlers have yet to hear of it.
        else tasks.of(task).revivals += 1;
      },
      host({ socket, what, heard }, view) {
        if (what === 'error' && heard > 0 && isCurrent(socket, view)) note(tasks.of(socket.owner), view);
      },
      refused({ task, socket }, view) {
        const isSpent =
          socket && (!isNewest(view, socket) || socket.isOver || socket.told > 0 || socket === tasks.of(task).past);
        if (!isSpent || !view.sockets().includes(socket)) note(tasks.of(task), view);
      },
    },
    settled(view) {
      if (view.isSuspended()) return;
      for (const { index, name, state } of view.members()) {
        const { errorAt } = tasks.of(index);
        const isGoingOn = state === 'open' || state === 'connecting';
        if (isGoingOn && view.now() - errorAt > GRACE)
          return `${name} did not end an attempt that the host said had failed`;
      }
    },
  };
}

/** Whether a socket is the one of its task's attempt. @param {any} socket @param {import('./rule.mjs').View} view */
function isCurrent(socket, view) {
  return isNewest(view, socket) && !socket.isOver && !socket.told && socket.isReachable;
}

/** The host said that the attempt of the moment has failed. @param {any} task @param {import('./rule.mjs').View} view */
function note(task, view) {
  if (task.place === 'attempt' || task.place === 'open') task.errorAt = Math.min(task.errorAt, view.now());
}

/** @param {any} task */
function told({ place }) {
  const where = { attempt: 'before open', open: 'in an open attempt', promised: 'between close and reconnect' };
  return { ...where, waiting: 'while waiting', over: 'after the last close' }[/** @type {'over'} */ (place)];
}

/** @param {any} event @param {boolean} wasOpen @param {import('./rule.mjs').View} view */
function faultOf(event, wasOpen, view) {
  if (!CAUSES.includes(event.cause)) return `close has the cause ${event.cause}`;
  if (event.wasOpen !== wasOpen) return `close says wasOpen: ${event.wasOpen}`;
  if (typeof event.code !== 'number' || typeof event.reason !== 'string') return 'close has no code or no reason';
  if (AGAIN.includes(event.cause) && !event.willReconnect) return `a ${event.cause} link does not reconnect`;
  if (LAST.includes(event.cause) && event.willReconnect) return `reconnects after ${event.cause}`;
  const said = event.cause === 'host' ? view.originOf(event.raw) : undefined;
  if (said?.what !== 'close') return undefined;
  const given = Number(event.raw.data?.code ?? event.raw.code);
  const code = given > 0 ? given : 1006;
  return event.code === code ? undefined : `close says ${event.code} where the host said ${code}`;
}
