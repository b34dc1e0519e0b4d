// @ts-check
/**
 * Rule 6. A handler that throws changes nothing and is reported, once, where the host's error hook sees it. Handlers
 * added or removed while an event is delivered take effect with the next one. That a throw changes nothing is also
 * shown by running the same storm again without it: see `twin.mjs`.
 */
import { perTask } from './rule.mjs';

/** @returns {import('./rule.mjs').Rule} */
export function handlers() {
  /** Thrown by handlers, not seen by the error hook yet. @type {Set<unknown>} */
  const unreported = new Set();
  let nonsense = 0;
  /** Messages that no host can carry, of which nobody asked what became. */
  let unsendable = 0;
  const tasks = perTask(() => ({
    /** @type {{ type: string, handler: string }[]} */
    extras: [],
    /** Who is to hear the events of this step. @type {Map<any, string[]>} */
    audiences: new Map(),
  }));

  return {
    name: '6 handlers',
    on: {
      replied({ what, reply }) {
        if (what === 'reconnectTimeout' && Number.isNaN(reply)) nonsense += 1;
      },
      message({ message }) {
        if (!message.isData && !message.hasCallbacks) unsendable += 1;
      },
      thrown: ({ error }) => void unreported.add(error),
      uncaught({ error, where }) {
        // A pause that is no number is reported as if it had been thrown.
        const isUnsendable = unsendable > 0 && error instanceof Error && /^.*data must be/.test(error.message);
        const isNonsense = nonsense > 0 && /reconnectTimeout\(\) must be/.test(error?.message);
        if (isNonsense) nonsense -= 1;
        else if (isUnsendable) unsendable -= 1;
        else if (!unreported.delete(error))
          return `the library itself threw: ${String(error?.stack ?? error).slice(0, 400)}`;
        if (where !== 'timer') return `"${error.message}" was thrown into the ${where}`;
      },
      'handler added': ({ task, type, handler }) => void tasks.of(task).extras.push({ type, handler }),
      'handler removed'({ task, handler }) {
        const state = tasks.of(task);
        state.extras = state.extras.filter((extra) => extra.handler !== handler);
      },
      event({ task, type, handler, event }) {
        const state = tasks.of(task);
        const extras = state.extras.filter((extra) => extra.type === type).map((extra) => extra.handler);
        if (!state.audiences.has(event)) state.audiences.set(event, ['main', ...extras]);
        const audience = state.audiences.get(event) ?? [];
        if (!audience.includes(handler)) return `the handler "${handler}" heard an event that was not for it, or twice`;
        state.audiences.set(
          event,
          audience.filter((one) => one !== handler),
        );
      },
    },
    settled(view) {
      for (const { audiences } of tasks.all()) {
        for (const left of audiences.values()) if (left.length > 0) return `the handler "${left[0]}" missed an event`;
        audiences.clear();
      }
      const mayBePending =
        view.isSuspended() || view.members().some(({ index }) => view.timers(index).some(({ ms }) => ms === 0));
      if (unreported.size > 0 && !mayBePending) return `"${[...unreported].map(messageOf)[0]}" was swallowed`;
    },
    atEnd() {
      if (unsendable > 0) return 'a message that no host can carry was dropped without a word';
      if (unreported.size > 0) return `"${[...unreported].map(messageOf)[0]}" was swallowed`;
    },
  };
}

/** @param {any} error @returns {string} */
function messageOf(error) {
  return error.message;
}
