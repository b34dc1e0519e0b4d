// @ts-check
/**
 * Rule 5, outward. Messages go out in order, at most once, each exactly as given; what is not sent is kept, up to the
 * limit; exactly one of `success` and `fail` is called, once, then `complete`.
 *
 * @typedef {import('../app/messages.mjs').Message & {
 *   handed: number, isBeingSent: boolean, wasHandedAtOnce: boolean, outcome: string, isComplete: boolean
 * }} Record
 * @typedef {{ known: Map<string, Record>, pending: Record[], early: Record[], lost: Record[], isOpen: boolean, hasFailed: boolean, hasEnded: boolean, isRevived: boolean }} State
 */
import { isMain, memberOf, perTask } from './rule.mjs';

/** @returns {import('./rule.mjs').Rule} */
export function messages() {
  /** @type {ReturnType<typeof perTask<State>>} */
  const tasks = perTask(() => ({
    known: new Map(),
    /** Waiting for a link, oldest first. */
    pending: [],
    /** Failed without having been sent, though there was room. */
    early: [],
    /** Waiting when the task ended. */
    lost: [],
    isOpen: false,
    hasFailed: false,
    hasEnded: false,
    isRevived: false,
  }));

  return {
    name: '5 messages',
    on: {
      message({ task, message }) {
        const fresh = { handed: 0, isBeingSent: true, wasHandedAtOnce: false, outcome: '', isComplete: false };
        const record = { ...message, ...fresh };
        tasks.of(task).known.set(message.text, record);
        if (message.isData) tasks.of(task).pending.push(record);
      },
      call({ task, name }, view) {
        // What was kept before the task closed is not what a revived one keeps.
        const state = tasks.of(task);
        if (name === 'reconnect' && memberOf(view, task)?.state === 'closed') {
          Object.assign(state, { lost: [...state.lost, ...state.pending.splice(0)], isRevived: true });
        }
      },
      handed: ({ task, text, message, socket }, view) => {
        const { name, spec } = /** @type {any} */ (memberOf(view, task));
        if (isPing(text, spec)) return;
        if (!socket?.isLine && (socket?.isReported || socket?.told)) return `${text} was sent on a link that had ended`;
        if (!view.carriesBytes && typeof message.data !== 'string')
          return `${text} was handed over as bytes, not as base64`;
        return handOver(tasks.of(task), text, name, message);
      },
      callback({ task, message, name }, view) {
        const member = memberOf(view, task);
        return settle(tasks.of(task), message.text, name, member?.state === 'closed' ? 0 : member?.spec.queue);
      },
      return({ task, name, argument, result }, view) {
        const member = memberOf(view, task);
        if (name === 'send') return returned(tasks.of(task), argument, result, member);
      },
      event(entry) {
        if (!isMain(entry)) return;
        const state = tasks.of(entry.task);
        if (entry.type === 'open') Object.assign(state, { isOpen: true, hasFailed: false });
        if (entry.type === 'error') state.hasFailed = true;
        if (entry.type !== 'close') return;
        state.isOpen = false;
        if (entry.event.willReconnect) return;
        state.hasEnded = true;
        if (!state.isRevived) state.lost.push(...state.pending.splice(0));
      },
    },
    settled(view) {
      for (const { index, name, state } of view.members()) {
        const task = tasks.of(index);
        const fault = leftover(task, name, state);
        if (fault) return fault;
        Object.assign(task, { early: [], lost: [], hasEnded: false, isRevived: false });
      }
    },
    atEnd() {
      for (const { known } of tasks.all()) {
        for (const record of known.values()) {
          if (!record.hasCallbacks) continue;
          if (!record.outcome) return `neither success nor fail was ever called for ${record.text}`;
          if (!record.isComplete) return `complete was never called for ${record.text}`;
        }
      }
    },
  };
}

/** @param {string} text @param {any} spec */
function isPing(text, { pingMsg }) {
  return pingMsg === 'default' ? text === 'heartbeat' : text.startsWith('beat');
}

/** @param {State} state @param {string} text @param {string} name @param {any} handed */
function handOver(state, text, name, { data }) {
  const record = state.known.get(text);
  if (!record) return `${name} sent "${text}", which nobody gave it`;
  if (typeof data !== 'string' && !(data instanceof ArrayBuffer))
    return `${text} was handed over as what no host takes`;
  if (record.handed > 0) return `${text} was sent twice`;
  if (state.pending[0] !== record)
    return `${text} was sent before ${state.pending[0]?.text ?? 'anything, or after it had failed'}`;
  state.pending.shift();
  record.handed += 1;
  record.wasHandedAtOnce = record.isBeingSent;
}

/** @param {State} state @param {string} text @param {string} name @param {number} limit */
function settle(state, text, name, limit) {
  const record = /** @type {Record} */ (state.known.get(text));
  if (name === 'complete') {
    if (!record.outcome) return `complete of ${text} came before success or fail`;
    if (record.isComplete) return `complete of ${text} came twice`;
    record.isComplete = true;
    return;
  }
  if (record.outcome) return `${name} of ${text} came after ${record.outcome}`;
  record.outcome = name;
  const at = state.pending.indexOf(record);
  if (at < 0) return;
  if (name === 'success') return `success of ${text} came before it was sent`;
  // The older ones that have no callbacks may have been dropped before it, without a word.
  const isOldest = state.pending.slice(0, at).every((one) => !one.hasCallbacks);
  if (!isOldest || state.pending.length <= limit) state.early.push(record);
  state.pending.splice(isOldest ? 0 : at, isOldest ? at + 1 : 1);
}

/** @param {State} state @param {any} argument @param {any} result @param {any} member */
function returned(state, argument, result, member) {
  const record = [...state.known.values()].findLast((one) => one.argument === argument);
  if (!record) return;
  record.isBeingSent = false;
  if (result !== record.wasHandedAtOnce) {
    return `send(${record.text}) returned ${result} though it was ${record.wasHandedAtOnce ? '' : 'not '}handed over`;
  }
  if (!record.isData && record.hasCallbacks && record.outcome !== 'fail')
    return `${record.text} is no data and did not fail`;
  if (member.state === 'closed') {
    // What was kept before is settled by the end of the step.
    if (record.hasCallbacks && !record.outcome) return `${record.text} was sent on a closed task and did not fail`;
    state.pending = state.pending.filter((one) => one !== record);
    return;
  }
  const limit = member.spec.queue;
  while (state.pending.length > limit && !state.pending.some((one) => one.isBeingSent)) {
    const dropped = /** @type {Record} */ (state.pending.shift());
    if (dropped.hasCallbacks) return `${dropped.text} is one more than the ${limit} that may be kept, and did not fail`;
  }
}

/** @param {State} task @param {string} name @param {string | undefined} state */
function leftover({ pending, early, lost, isOpen, hasFailed, hasEnded }, name, state) {
  if (early.length > 0 && !hasEnded) return `${early[0].text} failed without a reason: it could have been kept`;
  const forgotten = lost.find((record) => record.hasCallbacks && !record.outcome);
  if (forgotten) return `${forgotten.text} was forgotten when ${name} ended`;
  if (pending.length > 0 && state === 'open' && isOpen && !hasFailed)
    return `${pending[0].text} was not sent though ${name} is open`;
}
