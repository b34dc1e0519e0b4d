// @ts-check
/**
 * Rule 4, the part that the application decides: `shouldReconnect` is asked once for each attempt that ended of itself,
 * with the close that is told afterwards; `reconnectTimeout` is told the truth;
 * each attempt connects with the parameters that were made for it; `close()` passes its code on.
 */
import { isMain, memberOf, perTask } from './rule.mjs';

const DECIDED = ['user', 'replaced', 'superseded', 'stale', 'platform'];

/** @returns {import('./rule.mjs').Rule} */
export function asked() {
  const tasks = perTask(() => ({
    /** The closes that `shouldReconnect` was shown since the last close. @type {any[]} */
    shown: [],
    /** Asked before any event was heard: who knows which of those held back it is about. */
    isHeld: false,
    /** In which turn the first event was heard, and with it all that were held back. */
    firstHeardIn: Number.POSITIVE_INFINITY,
    /** Before an attempt has failed there is none. @type {number | null} */
    lostAt: null,
    /** When that was is not known. */
    hasJumped: false,
    token: 0,
    /** The code and reason of a `close()` that is under way. @type {string | undefined} */
    closing: undefined,
  }));

  return {
    name: '4 comes back',
    on: {
      jump() {
        for (const task of tasks.all()) task.hasJumped = true;
      },
      asked({ task, what, argument }, view) {
        const state = tasks.of(task);
        if (what === 'shouldReconnect') state.shown.push({ ...argument });
        if (what === 'shouldReconnect' || what === 'reconnectTimeout') state.isHeld = view.turn() <= state.firstHeardIn;
        if (what !== 'reconnectTimeout') return;
        return elapsedFault(state, argument, view);
      },
      replied({ task, what, token }) {
        if (what === 'params') tasks.of(task).token = token;
      },
      call({ task, name, argument }, view) {
        const is = memberOf(view, task)?.state;
        if (name === 'reconnect' && (is === 'waiting' || is === 'closed')) tasks.of(task).lostAt = null;
        if (name === 'close' && is !== 'closed') tasks.of(task).closing = closingOf(argument);
      },
      return: ({ task }) => void Object.assign(tasks.of(task), { closing: undefined }),
      told({ task, socket, code, reason }) {
        const state = tasks.of(task);
        if (!state.closing || socket?.owner !== task || socket.phase !== 'open' || socket.told > 0) return;
        const said = `${code} ${reason}`;
        if (said !== state.closing)
          return `the host is told to close with ${said}, the application said ${state.closing}`;
      },
      dial({ task, params }, view) {
        const { token } = tasks.of(task);
        if (memberOf(view, task)?.spec.params === 'function' && params.header.token !== token)
          return `connected with the parameters ${params.header.token} where ${token} were made for it`;
      },
      event(entry, view) {
        const member = memberOf(view, entry.task);
        if (!isMain(entry) || !member) return;
        const state = tasks.of(entry.task);
        state.closing = undefined;
        state.firstHeardIn = Math.min(state.firstHeardIn, view.turn());
        if (entry.type === 'close') lose(state, entry.event, view);
        if (entry.type === 'close') return closeFault(state, entry.event, member.spec);
      },
    },
  };
}

/** @param {any} state @param {any} event @param {import('./rule.mjs').View} view */
function lose(state, { cause, wasOpen }, view) {
  if (cause === 'replaced') state.lostAt = null;
  // What was held back for the first handler says nothing of when it was.
  else if (wasOpen) Object.assign(state, { lostAt: view.now(), hasJumped: view.turn() <= state.firstHeardIn });
}

/** What a host can be told. @param {any} argument */
function closingOf({ code, reason = '' } = /** @type {any} */ ({})) {
  return `${code >= 3000 && code < 5000 ? code : 1000} ${reason.slice(0, 123)}`;
}

/** @param {any} state @param {any} context @param {import('./rule.mjs').View} view */
function elapsedFault(state, { elapsed, close }, view) {
  if (!close || typeof close.code !== 'number') return 'reconnectTimeout is not told how the link closed';
  const isNew = close.wasOpen || state.lostAt === null;
  if (isNew) Object.assign(state, { lostAt: view.now(), hasJumped: false });
  const since = view.now() - state.lostAt;
  if (!state.hasJumped && elapsed !== since) return `reconnectTimeout is told ${elapsed} ms where it was ${since}`;
}

/** @param {any} state @param {any} event @param {any} spec */
function closeFault(state, event, spec) {
  const [shown, again] = state.shown.splice(0);
  if (state.isHeld) return;
  if (again) return 'shouldReconnect was asked twice about one close';
  if (spec.should === 'none' || DECIDED.includes(event.cause)) return;
  if (!shown) return event.willReconnect ? 'shouldReconnect was not asked' : undefined;
  const told = [event.code, event.reason, event.cause, event.wasOpen].join();
  const seen = [shown.code, shown.reason, shown.cause, shown.wasOpen].join();
  if (seen !== told) return `shouldReconnect was shown ${seen} where the close is ${told}`;
}
