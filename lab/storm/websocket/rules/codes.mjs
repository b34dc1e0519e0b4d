// @ts-check
/**
 * Promise 1, with which code: the host's real one where it came in time, 1006 else; one's own close that the host
 * confirmed is clean, with the code asked for, else 1005. An error comes first where nothing opened, the host told of
 * one, a send was refused or the socket was idle, and only there. On the line of a host the events carry no identity, so
 * there it is asked less.
 */
import { nameOf, perInstance } from '../view.mjs';

export function codes() {
  const states = perInstance(() => ({
    hasOpened: false,
    /** Why there must be an error. */
    failure: '',
    error: /** @type {string | null} */ (null),
    /** @type {{ code?: number, reason?: string } | null} */
    ownClose: null,
    /** What the host said first of its close, after everything else. @type {{ code: number, reason: string } | null} */
    hostClose: null,
    wasRivalled: false,
  }));

  /** On a line nobody knows whose error it is. @param {import('../view.mjs').View} view */
  function rival(view) {
    for (const instance of view.instances()) states(instance).wasRivalled = true;
  }

  /** @param {any} state @param {any} event @param {import('../view.mjs').View} view */
  function expected({ hasOpened, failure, ownClose, hostClose, error }, { code, reason }, view) {
    if (code === 4000 && reason === 'superseded' && !ownClose?.code)
      return view.sharesLine ? [4000, 'superseded', false] : null;
    if (view.sharesLine && code === 4000) return [4000, reason, reason === ownClose?.reason];
    if (!hasOpened) return [1006, '', false];
    const isIdle = /no message within/.test(error ?? '');
    if (failure || isIdle) return hostClose && !isIdle ? [hostClose.code, hostClose.reason, false] : [1006, '', false];
    if (ownClose) return hostClose ? [ownClose.code ?? 1005, ownClose.reason ?? '', true] : [1006, '', false];
    return hostClose ? [hostClose.code, hostClose.reason, hostClose.code !== 1006] : null;
  }

  return {
    name: 'class 1 codes',
    on: {
      /** @param {any} entry @param {import('../view.mjs').View} view */
      event({ instance, type, event }, view) {
        const state = states(instance);
        if (type === 'open') state.hasOpened = true;
        if (type === 'error') {
          state.error = String(event.message);
          if (!state.error || state.error === 'undefined') return `${nameOf(instance)} told an error that says nothing`;
          const isIdle = /no message within/.test(state.error) && instance.spec.idle < Number.POSITIVE_INFINITY;
          if (state.hasOpened && !state.failure && !isIdle && !state.wasRivalled)
            return `${nameOf(instance)} told an error out of nothing (${state.error})`;
        }
        if (type !== 'close') return;
        if (!state.error && state.failure) return `${nameOf(instance)} closed without an error, after ${state.failure}`;
        if (view.sharesLine) return lineFault(instance, state, event);
        const said = [event.code, event.reason, event.wasClean];
        const wanted = expected(state, event, view);
        if (!wanted) return `${nameOf(instance)} closed with ${said.join(', ')} out of nothing`;
        if (said.join() !== wanted.join())
          return `${nameOf(instance)} closed with ${said.join(', ')}, not ${wanted.join(', ')}`;
      },
      /** @param {any} entry */
      return({ instance, name, before, error, given }) {
        if (name === 'close' && before === 1 && !error) states(instance).ownClose = given;
      },
      /** @param {any} entry @param {import('../view.mjs').View} view */
      host({ what, socket, payload, heard }, view) {
        const instance = view.instanceOf(socket.params);
        if (view.sharesLine && what === 'error') rival(view);
        if (!heard || view.sharesLine || instance.socket.readyState === 3) return;
        const state = states(instance);
        if (what === 'error') state.failure ||= 'an error of the host';
        if (what === 'close') state.hostClose ??= closeIn(payload);
      },
      /** @param {any} entry @param {import('../view.mjs').View} view */
      refused({ socket }, view) {
        const instance = socket && view.instanceOf(socket.params);
        if (instance && !view.sharesLine && instance.socket.readyState < 3) states(instance).failure ||= 'fail';
        if (view.sharesLine) rival(view);
      },
      /** @param {any} entry @param {import('../view.mjs').View} view */
      'send refused'({ socket }, view) {
        const instance = socket && !view.sharesLine && view.instanceOf(socket.params);
        if (view.sharesLine) rival(view);
        if (instance && instance.socket.readyState < 3) states(instance).failure ||= 'a send that was refused';
      },
    },
  };
}

/** What can be said on a line. @param {any} instance @param {any} state @param {any} event */
function lineFault(instance, { hasOpened, ownClose }, { code, reason, wasClean }) {
  if (code === 4000 && reason === 'superseded') return wasClean ? 'a superseded socket closed clean' : undefined;
  if (!hasOpened && (code !== 1006 || wasClean)) return `${nameOf(instance)} never opened and closed with ${code}`;
  if (wasClean && ownClose && code !== (ownClose.code ?? 1005))
    return `${nameOf(instance)} closed with ${code}, asked for ${ownClose.code}`;
  if (wasClean && code === 1006) return `${nameOf(instance)} closed clean with 1006`;
}

/** A code and a reason, whatever the host calls them and wherever they are. @param {any} payload */
function closeIn(payload) {
  const inner = payload?.data && typeof payload.data === 'object' ? payload.data : {};
  const code = Number(inner.code ?? payload?.code);
  return { code: code > 0 ? code : 1006, reason: String(inner.reason ?? payload?.reason ?? '') };
}
