// @ts-check
/**
 * Rule 4. Unless a task is closed, exhausted or refused, something is under way that will end within its bound: a timer,
 * or an attempt. It gives up only for a reason that it was given, and counts only what counts.
 *
 * @typedef {{
 *   retries: number, forgiven: number, revivals: number, place: string, since: number, delay: number, leastWait: number,
 *   isAdopted: boolean, waitTurn: number, wokenTurn: number, refusal: any, hasRefusal: boolean, isClosing: number,
 *   isFreshThen: boolean, isTaken: boolean, attempts: number, openSince: number, failedAt: number, resumedAt: number,
 * }} State
 */
import { createNews } from './news.mjs';
import { beats, isMain, memberOf, perTask } from './rule.mjs';

const LONGEST_DELAY = 0x7fffffff;
/** A failed attempt may wait so long for its close, beyond the bound. */
const GRACE = 200;
const UNKNOWN = Number.NaN;
const NEVER = Number.POSITIVE_INFINITY;

/** @returns {import('./rule.mjs').Rule} */
export function comesBack() {
  const news = createNews();
  /** @type {ReturnType<typeof perTask<State>>} */
  const tasks = perTask(() => ({
    retries: 0,
    /** Those of them that ended while the app or the network was away. */
    forgiven: 0,
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
    isFreshThen: false,
    isTaken: false,
    attempts: 0,
    openSince: 0,
    failedAt: NEVER,
    resumedAt: 0,
  }));

  /** In which turn an open was heard on the line, which may be a stranger's. */
  let foreignOpenIn = -1;

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
        const known = memberOf(view, task)?.state;
        if (known === 'closed' && state.place !== 'over') state.revivals += 1;
        else if (known === 'closed')
          Object.assign(state, { retries: 0, forgiven: 0, place: 'attempt', since: view.now() });
        else if (known === 'waiting') anew(state, known);
        state.wokenTurn = view.turn();
      },
      return({ task, name }) {
        if (name === 'close') tasks.of(task).isClosing -= 1;
      },
      announce(entry, view) {
        for (const { index, spec, state } of news.isReturn(entry) ? view.members() : []) {
          if (!spec.wake || state === 'closed') continue;
          anew(Object.assign(tasks.of(index), { wokenTurn: view.turn() }), state);
        }
        news.announce(entry, view);
      },
      host(entry, view) {
        news.host(entry, view);
        if (entry.what === 'open' && entry.socket.isLine) foreignOpenIn = view.turn();
      },
      resume(_entry, view) {
        for (const state of tasks.all()) state.resumedAt = view.now();
      },
      event(entry, view) {
        if (!isMain(entry)) return;
        const member = memberOf(view, entry.task);
        const state = tasks.of(entry.task);
        // One held back for the first handler may have been open for longer.
        if (entry.type === 'open') {
          Object.assign(state, { place: 'open', openSince: state.isAdopted ? view.now() : UNKNOWN, failedAt: NEVER });
          if (state.isAdopted) news.opened();
        }
        if (entry.type === 'error') state.failedAt = Math.min(state.failedAt, view.now());
        if (entry.type === 'close') {
          if (entry.event.cause === 'superseded' && foreignOpenIn === view.turn()) state.isTaken = true;
          return readClose(state, entry.event, member?.spec, news, view);
        }
        if (entry.type === 'reconnect') return readReconnect(state, entry.event, view);
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
      news.settle(view);
    },
  };
}

/** The count starts again; a number that was told and is still to be heard comes first. @param {State} state @param {string | undefined} known */
function anew(state, known) {
  const isBehind = known === 'waiting' && state.place !== 'waiting';
  if (state.place === 'promised' || isBehind) state.isFreshThen = true;
  else Object.assign(state, { retries: 0, forgiven: 0 });
}

/** A link that has lasted starts the count anew. A sleep leaves its age open to question. @param {State} state @param {any} spec @param {number} now */
function countLife(state, { uptime }, now) {
  const { openSince, resumedAt } = state;
  const isLong = now - Math.max(openSince, resumedAt) > uptime + 1;
  const isShort = now - openSince < uptime;
  if (isLong) Object.assign(state, { retries: 0, forgiven: 0 });
  else if (!isShort) Object.assign(state, { retries: UNKNOWN, forgiven: UNKNOWN });
}

/** @param {State} state @param {any} event @param {any} spec @param {ReturnType<typeof createNews>} news @param {import('./rule.mjs').View} view */
function readClose(state, event, spec, news, view) {
  if (event.wasOpen) countLife(state, spec, Math.min(view.now(), state.failedAt));
  if (event.cause === 'replaced' || event.cause === 'stale') Object.assign(state, { retries: 0, forgiven: 0 });
  else if (state.retries !== 0 && spec.wake && (news.isAway() || news.isHazy()))
    state.forgiven += news.isHazy() || !state.isAdopted ? UNKNOWN : 1;
  const isRefused = state.hasRefusal && state.refusal;
  const counted = state.retries - state.forgiven;
  const isExhausted = spec.limit === 0 || (spec.limit !== null && !(counted < spec.limit));
  const isSure = spec.limit === 0 || counted >= 0;
  Object.assign(state, { place: event.willReconnect ? 'promised' : 'over', since: view.now(), hasRefusal: false });
  if (!event.willReconnect && state.revivals > 0) {
    Object.assign(state, { place: 'attempt', retries: 0, forgiven: 0, revivals: state.revivals - 1 });
  }
  state.attempts = 0;
  if (event.cause === 'replaced' || event.cause === 'stale') return undefined;
  if (event.cause === 'user') return state.isClosing > 0 ? undefined : 'closed by the user, who did not';
  if (event.cause === 'platform') return undefined;
  if (event.cause === 'superseded')
    return state.isTaken || (view.sharesLine && view.members().length > 1) ? undefined : 'superseded by nobody';
  if (event.willReconnect && isRefused) return 'reconnects though shouldReconnect refused';
  if (event.willReconnect && isExhausted && isSure)
    return `reconnects a ${counted + 1}. time where ${spec.limit} are allowed`;
  if (!event.willReconnect && !isRefused && !isExhausted) return `gave up after ${event.cause} without a reason`;
}

/** @param {State} state @param {any} event @param {import('./rule.mjs').View} view */
function readReconnect(state, { attempt, delay, cause }, view) {
  const next = cause === 'replaced' || cause === 'stale' ? 0 : state.retries + 1;
  if (next >= 0 && attempt !== next) return `says attempt ${attempt} after ${state.retries} others`;
  if (!(state.retries >= 0)) state.forgiven = UNKNOWN;
  state.retries = attempt;
  if (state.isFreshThen) Object.assign(state, { retries: 0, forgiven: 0, isFreshThen: false });
  state.delay = delay;
  if (state.place === 'promised') state.place = state.attempts > 0 ? 'attempt' : 'waiting';
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
  if (state === 'open' && !beats(spec)) return undefined;
  const next = Math.min(...view.timers(index).map(({ due }) => due));
  const bound = { connecting: spec.connect, waiting: Math.min(task.delay, LONGEST_DELAY), open: Math.max(ping, pong) }[
    /** @type {'open'} */ (state)
  ];
  if (next === NEVER) return `${name} is ${state} and nothing is pending that would ever change it`;
  if (next > view.now() + bound) return `${name} is ${state} and nothing happens for ${next - view.now()} ms`;
  const isOverdue =
    state === 'connecting' &&
    task.place === 'attempt' &&
    view.now() > Math.max(task.since + spec.connect, task.resumedAt) + GRACE;
  if (isOverdue && !view.isSuspended()) return `${name} is connecting for longer than its ${spec.connect} ms`;
  if (state === 'waiting' && task.wokenTurn > task.waitTurn && task.place === 'waiting')
    return `${name} was woken and goes on waiting`;
}
