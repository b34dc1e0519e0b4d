// @ts-check
/**
 * Rule 5, outward. Messages go out in order, each exactly as given, at most once but where the host says that it did not
 * take one: that goes back to its place, and fails only if it was refused over two links, if the link that it was refused
 * on is alive, or if the host took a later one. What is not sent is kept, up to the limit; exactly one of `success` and
 * `fail` is called, once, then `complete`.
 *
 * @typedef {import('../app/messages.mjs').Message & {
 *   seq: number, number: number, isOut: boolean, isBeingSent: boolean, wasHandedAtOnce: boolean, wasHidden: boolean,
 *   refusedBy: any[], mayFail: boolean, isTooLate: boolean, outcome: string, isComplete: boolean
 * }} Record
 * @typedef {{ known: Map<string, Record>, pending: Record[], early: Record[], lost: Record[], taken: number, isOpen: boolean, hasFailed: boolean, isHeld: boolean, hasEnded: boolean, isRevived: boolean }} State
 */
import { createNews } from './news.mjs';
import { beats, isMain, isNewest, memberOf, perTask } from './rule.mjs';

/** @returns {import('./rule.mjs').Rule} */
export function messages() {
  const news = createNews();
  let seq = 0;
  /** @type {ReturnType<typeof perTask<State>>} */
  const tasks = perTask(() => ({
    known: new Map(),
    /** Waiting for a link, oldest first. */
    pending: [],
    /** Failed without having been sent, though there was room. */
    early: [],
    /** Waiting when the task ended. */
    lost: [],
    /** The last that the host said it took. */
    taken: 0,
    isOpen: false,
    hasFailed: false,
    /** There were grounds to doubt the link, and the server has not spoken since. */
    isHeld: false,
    hasEnded: false,
    isRevived: false,
  }));

  function hold() {
    for (const task of tasks.all()) task.isHeld = true;
  }

  return {
    name: '5 messages',
    on: {
      message({ task, message }) {
        /** @type {Record} */
        const record = {
          ...message,
          seq: ++seq,
          number: 0,
          isOut: false,
          isBeingSent: true,
          wasHandedAtOnce: false,
          wasHidden: false,
          refusedBy: [],
          mayFail: false,
          isTooLate: false,
          outcome: '',
          isComplete: false,
        };
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
      handed: ({ task, text, message, socket, number }, view) => {
        const { name } = /** @type {any} */ (memberOf(view, task));
        if (view.isPing(text)) return;
        if (!socket?.isLine && (socket?.isConfirmed || socket?.told))
          return `${text} was sent on a link that had ended`;
        if (!view.carriesBytes && typeof message.data !== 'string')
          return `${text} was handed over as bytes, not as base64`;
        return handOver(tasks.of(task), text, name, message, number, news.hiddenAt() !== null);
      },
      'send refused'({ task, text, socket, number }, view) {
        const record = tasks.of(task).known.get(text);
        const member = memberOf(view, task);
        if (!record?.isOut || record.number !== number || !member || !socket) return;
        const isCurrent = isNewest(view, socket) && !socket.told && member.state === 'open';
        refuse(tasks.of(task), record, socket, isCurrent, member.spec, news);
      },
      'send taken'({ task, text, number }, view) {
        if (!view.isPing(text)) take(tasks.of(task), number);
      },
      announce(entry, view) {
        news.announce(entry, view);
        for (const task of tasks.all()) task.isHeld = true;
      },
      jump: () => hold(),
      resume: () => hold(),
      host(entry, view) {
        const { what, socket, heard } = entry;
        news.host(entry, view);
        const task = tasks.of(socket.owner);
        if (what === 'close' && socket.isLine) hold();
        if (what !== 'message' || !heard || !isNewest(view, socket)) return;
        task.isHeld = false;
        // The link is alive: what the host refused it does not want.
        for (const record of task.pending) if (record.refusedBy.includes(socket)) record.mayFail = true;
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
        if (entry.type === 'open') {
          news.opened();
          Object.assign(state, { isOpen: true, hasFailed: false, isHeld: false });
        }
        if (entry.type === 'error') state.hasFailed = true;
        if (entry.type !== 'close') return;
        state.isOpen = false;
        if (entry.event.willReconnect) return;
        state.hasEnded = true;
        if (!state.isRevived) state.lost.push(...state.pending.splice(0));
      },
    },
    settled(view) {
      news.settle(view);
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

/**
 * @param {State} state
 * @param {string} text
 * @param {string} name
 * @param {any} message
 * @param {number} number
 * @param {boolean} wasHidden
 */
function handOver(state, text, name, { data }, number, wasHidden) {
  const record = state.known.get(text);
  if (!record) return `${name} sent "${text}", which nobody gave it`;
  if (typeof data !== 'string' && !(data instanceof ArrayBuffer))
    return `${text} was handed over as what no host takes`;
  if (record.isOut || record.outcome) return `${text} was sent twice`;
  if (record.isTooLate) return `${text} was sent again though the host has taken a later one`;
  if (record.refusedBy.length > 1) return `${text} was sent again though two links have refused it`;
  const { pending } = state;
  // Those without callbacks may have failed without a word.
  while (pending[0] !== record && pending[0]?.mayFail && !pending[0].hasCallbacks) pending.shift();
  if (pending[0] !== record) return `${text} was sent before ${pending[0]?.text ?? 'anything, or after it had failed'}`;
  pending.shift();
  Object.assign(record, { number, isOut: true, wasHandedAtOnce: record.isBeingSent, wasHidden });
}

/**
 * The host did not take it. Over a link that can be doubted it keeps its place.
 *
 * @param {State} state
 * @param {Record} record
 * @param {any} socket
 * @param {boolean} isCurrent
 * @param {any} spec
 * @param {ReturnType<typeof createNews>} news
 */
function refuse(state, record, socket, isCurrent, spec, news) {
  const isExcused = spec.wake && (record.wasHidden || news.hiddenAt() !== null);
  const isTwice = record.refusedBy.length > 0;
  if (!isCurrent || !beats(spec)) return;
  state.isHeld = true;
  if (!isExcused && !news.isHazy()) record.refusedBy.push(socket);
  record.isTooLate = record.number < state.taken;
  record.isOut = false;
  record.wasHandedAtOnce &&= !record.isBeingSent;
  record.mayFail = spec.queue === 0 || record.isTooLate || (isTwice && !isExcused) || news.isHazy();
  const at = state.pending.findIndex(({ seq }) => seq > record.seq);
  state.pending.splice(at < 0 ? state.pending.length : at, 0, record);
}

/** The host took one: those before it that it refused are too late. @param {State} state @param {number} number */
function take(state, number) {
  state.taken = Math.max(state.taken, number);
  for (const record of state.pending) {
    if (record.number > 0 && record.number < number) Object.assign(record, { mayFail: true, isTooLate: true });
  }
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
  const kept = state.pending.filter((one) => !one.mayFail);
  const isOldest = kept.slice(0, kept.indexOf(record)).every((one) => !one.hasCallbacks);
  if (record.mayFail) return void state.pending.splice(at, 1);
  if (!isOldest || kept.length <= limit) state.early.push(record);
  const gone = isOldest ? kept.slice(0, kept.indexOf(record) + 1) : [record];
  state.pending = state.pending.filter((one) => !gone.includes(one));
}

/** @param {State} state @param {any} argument @param {any} result @param {any} member */
function returned(state, argument, result, member) {
  const record = [...state.known.values()].findLast((one) => one.argument === argument);
  if (!record) return;
  record.isBeingSent = false;
  // What the host refused at once was handed over or not, as you like.
  const isEither = record.number > 0 && !record.isOut && (record.mayFail || record.outcome === 'fail');
  if (result !== record.wasHandedAtOnce && !isEither) {
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
function leftover({ pending, early, lost, isOpen, hasFailed, isHeld, hasEnded }, name, state) {
  if (early.length > 0 && !hasEnded) return `${early[0].text} failed without a reason: it could have been kept`;
  const forgotten = lost.find((record) => record.hasCallbacks && !record.outcome);
  if (forgotten) return `${forgotten.text} was forgotten when ${name} ended`;
  const kept = pending.find(({ mayFail, hasCallbacks }) => hasCallbacks || !mayFail);
  if (kept && state === 'open' && isOpen && !hasFailed && !isHeld)
    return `${kept.text} was not sent though ${name} is open`;
}
