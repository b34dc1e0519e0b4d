// @ts-check
/**
 * Rule 4. Unless a task is closed, exhausted or refused, something is under way that will end within its bound: a timer,
 * or an attempt. It gives up only for a reason that it was given.
 *
 * @typedef {{
 *   retries: number, revivals: number, place: string, since: number, delay: number, leastWait: number, isAdopted: boolean, waitTurn: number, wokenTurn: number, refusal: any, hasRefusal: boolean,
 *   isClosing: number, attempts: number, isClockOdd: boolean, openSince: number, resumedAt: number,
 * }} State
 */
import { isMain, memberOf, perTask } from './rule.mjs';

const LONGEST_DELAY = 0x7fffffff;
/** A failed attempt may wait so long for its close, beyond the bound. */
const GRACE = 200;

/** @returns {import('./rule.mjs').Rule} */
export function comesBack() {
  /** @type {ReturnType<typeof perTask<State>>} */
  const tasks = perTask(() => ({
    retries: 0,
    revivals: 0,
    place: 'attempt',
    since: 0,
    delay: 0,
    leastWait: 0,
    isAdopted: false,
    waitTurn: -1,
    wokenTurn: -2,
    refusal: undefined,
    hasRefusal: false,
    isClosing: 0,
    attempts: 0,
    isClockOdd: false,
    openSince: 0,
    resumedAt: 0,
  }));

  /** What chance gave since it was last used. @type {any[]} */
  const draws = [];

  /** @param {{ task: number }} entry @param {import('./rule.mjs').View} view */
  function begin({ task }, view) {
    const state = tasks.of(task);
    state.attempts += 1;
    if (state.place !== 'waiting') return;
    const wait = view.now() - state.since;
    const isEarly = wait < state.leastWait && state.wokenTurn < state.waitTurn;
    Object.assign(state, { place: 'attempt', since: view.now() });
    if (isEarly) return `connected after ${wait} ms where ${state.delay} ms of pause were announced`;
  }

  return {
    name: '4 comes back',
    on: {
      born({ task }, view) {
        tasks.of(task).since = view.now();
      },
      restless: () => 'the program never comes to rest: timers without time follow each other for ever',
      dial: begin,
      asked: (entry, view) => (entry.what === 'params' ? begin(entry, view) : undefined),
      random: ({ drawn }) => void draws.push(drawn),
      replied({ task, what, reply, argument }, view) {
        if (what === 'shouldReconnect') Object.assign(tasks.of(task), { refusal: !reply, hasRefusal: true });
        if (what !== 'reconnectTimeout' || memberOf(view, task)?.spec.pause !== 'backoff') return;
        const bound = Math.min(30_000, 1000 * 2 ** (argument.attempt - 1));
        if (reply !== draws.pop() * bound) return `backoff() waits ${reply} ms, which is no new part of ${bound} ms`;
      },
      call({ task, name }, view) {
        const state = tasks.of(task);
        if (name === 'close') state.isClosing += 1;
        if (name !== 'reconnect') return;
        const isClosed = memberOf(view, task)?.state === 'closed';
        if (isClosed && state.place !== 'over') state.revivals += 1;
        else if (isClosed) Object.assign(state, { retries: 0, place: 'attempt', since: view.now() });
        state.wokenTurn = view.turn();
      },
      return({ task, name }) {
        if (name === 'close') tasks.of(task).isClosing -= 1;
      },
      announce({ topic, payload, hearers }, view) {
        if (topic === 'NetworkStatusChange' && !payload.isConnected) return;
        for (const { index, spec } of view.members()) {
          if (spec.wake && hearers.some((/** @type {number} */ owner) => owner >= 0))
            tasks.of(index).wokenTurn = view.turn();
        }
      },
      resume(_entry, view) {
        for (const state of tasks.all()) state.resumedAt = view.now();
      },
      jump() {
        for (const state of tasks.all()) state.isClockOdd = true;
      },
      event(entry, view) {
        if (!isMain(entry)) return;
        const member = memberOf(view, entry.task);
        const state = tasks.of(entry.task);
        // One held back for the first handler may have been open for longer.
        if (entry.type === 'open')
          Object.assign(state, { place: 'open', openSince: view.now(), isClockOdd: !state.isAdopted });
        if (entry.type === 'close') return readClose(state, entry.event, member?.spec, view);
        if (entry.type === 'reconnect') return readReconnect(state, entry.event, member?.spec, view);
      },
    },
    settled(view) {
      for (const member of view.members()) {
        const fault = member.state && stuck(tasks.of(member.index), member, view);
        if (fault) return fault;
        const task = tasks.of(member.index);
        if (task.isAdopted) task.hasRefusal = false;
        task.isAdopted = member.state !== undefined;
      }
    },
  };
}

/** @param {State} state @param {any} event @param {any} spec @param {import('./rule.mjs').View} view */
function readClose(state, event, spec, view) {
  const uptime = view.now() - state.openSince;
  if (event.wasOpen && uptime >= spec.uptime) state.retries = 0;
  // A clock that was set while the link was open leaves its age open to question.
  if (event.wasOpen && state.isClockOdd) state.retries = Number.NaN;
  if (event.cause === 'replaced') state.retries = 0;
  const isRefused = state.hasRefusal && state.refusal;
  const isExhausted = spec.limit !== null && !(state.retries < spec.limit);
  Object.assign(state, { place: event.willReconnect ? 'promised' : 'over', since: view.now(), hasRefusal: false });
  if (!event.willReconnect && state.revivals > 0) {
    Object.assign(state, { place: 'attempt', retries: 0, revivals: state.revivals - 1 });
  }
  state.attempts = 0;
  if (event.cause === 'replaced') return undefined;
  if (event.cause === 'user') return state.isClosing > 0 ? undefined : 'closed by the user, who did not';
  if (event.cause === 'superseded')
    return view.sharesLine && view.members().length > 1 ? undefined : 'superseded by nobody';
  if (event.willReconnect && isRefused) return 'reconnects though shouldReconnect refused';
  if (event.willReconnect && isExhausted && state.retries >= 0)
    return `reconnects a ${state.retries + 1}. time where ${spec.limit} are allowed`;
  if (!event.willReconnect && !isRefused && !isExhausted) return `gave up after ${event.cause} without a reason`;
}

/** @param {State} state @param {any} event @param {any} spec @param {import('./rule.mjs').View} view */
function readReconnect(state, { attempt, delay, cause }, spec, view) {
  if (state.retries >= 0 && attempt !== state.retries + 1)
    return `says attempt ${attempt} after ${state.retries} others`;
  state.retries = attempt;
  state.delay = delay;
  if (state.place === 'promised') state.place = state.attempts > 0 ? 'attempt' : 'waiting';
  if (typeof spec.pause === 'number' && cause !== 'replaced' && delay !== spec.pause) {
    return `waits ${delay} ms where ${spec.pause} ms were asked for`;
  }
  Object.assign(state, { since: view.now(), waitTurn: view.turn() });
  // What was held back for the first handler is told when part of the pause is over.
  state.leastWait = state.isAdopted ? Math.floor(Math.min(delay, LONGEST_DELAY)) : 0;
}

/** @param {State} task @param {any} member @param {import('./rule.mjs').View} view */
function stuck(task, { index, name, spec, state }, view) {
  if (state === 'closed') {
    return task.place === 'over' || task.place === 'promised' ? undefined : `${name} is closed and never said so`;
  }
  const { ping, pong } = spec;
  const hasHeartbeat = ping > 0 && ping < Number.POSITIVE_INFINITY;
  if (state === 'open' && !hasHeartbeat) return undefined;
  const next = Math.min(...view.timers(index).map(({ due }) => due));
  const bound = { connecting: spec.connect, waiting: Math.min(task.delay, LONGEST_DELAY), open: Math.max(ping, pong) }[
    /** @type {'open'} */ (state)
  ];
  if (next === Number.POSITIVE_INFINITY) return `${name} is ${state} and nothing is pending that would ever change it`;
  if (next > view.now() + bound) return `${name} is ${state} and nothing happens for ${next - view.now()} ms`;
  const isOverdue =
    state === 'connecting' &&
    task.place === 'attempt' &&
    view.now() > Math.max(task.since + spec.connect, task.resumedAt) + GRACE;
  if (isOverdue && !view.isSuspended()) return `${name} is connecting for longer than its ${spec.connect} ms`;
  if (state === 'waiting' && task.wokenTurn > task.waitTurn && task.place === 'waiting')
    return `${name} was woken and goes on waiting`;
}
