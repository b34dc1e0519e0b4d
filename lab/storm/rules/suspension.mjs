// @ts-check
/**
 * Rule 8, and the heartbeat it is about. A live link is never killed, however late timers fire; a dead one is found within
 * `pongTimeout` of the first unanswered ping. Pings go out after `pingTimeout` of silence and when the program wakes,
 * and at no other time.
 *
 * A live link is one whose server answers every ping and whose host has told no lie about it.
 */
import { isMain, isNewest, isTooEarly, memberOf, newestOf, perTask } from './rule.mjs';

/** After the program or its clock was out of step, two rounds of ping and pong may pass before the link is judged. */
const ROUNDS = 2;

/** A timer that is less late than this cannot be told from one that is on time, so nobody can know of the sleep. */
const LATE = 500;

/** @returns {import('./rule.mjs').Rule} */
export function suspension() {
  const tasks = perTask(() => ({
    isOpen: false,
    /** The host said that the attempt has failed, and has a moment to say with which code. */
    hasFailed: false,
    /** The socket that showed it. */
    socket: 0,
    /** When the link last showed life. */
    aliveAt: 0,
    /** When the oldest ping without an answer went out. */
    pingedAt: Number.POSITIVE_INFINITY,
    lastPingAt: 0,
    /** The program was suspended since. */
    hasSlept: false,
    /** The clock was set since, so nobody knows how long it has been. */
    hasJumped: false,
    /** By when a silent link must have been found dead. */
    deadline: Number.POSITIVE_INFINITY,
    isOdd: false,
    isWoken: false,
    owesPing: false,
    isPingBroken: false,
    wasLive: false,
  }));

  /** @param {any} task @param {any} spec @param {import('./rule.mjs').View} view */
  function lives(task, spec, view) {
    const { ping, pong } = spec;
    const deadline = beats(spec) ? view.now() + ping + pong : Number.POSITIVE_INFINITY;
    Object.assign(task, {
      aliveAt: view.now(),
      pingedAt: Number.POSITIVE_INFINITY,
      deadline,
      isOdd: false,
      isWoken: false,
    });
  }

  /** The clock or the timers were out of step: a round begins again. @param {import('./rule.mjs').View} view */
  function excuse(view) {
    for (const { index, spec } of view.members()) {
      const task = tasks.of(index);
      task.isOdd = true;
      if (task.deadline < Number.POSITIVE_INFINITY) task.deadline = view.now() + ROUNDS * (spec.ping + spec.pong);
    }
  }

  return {
    name: '8 suspension',
    on: {
      jump(_entry, view) {
        for (const task of tasks.all()) task.hasJumped = true;
        excuse(view);
      },
      resume(_entry, view) {
        for (const task of tasks.all()) task.hasSlept = true;
        excuse(view);
      },
      announce({ topic, payload, hearers }, view) {
        if (topic === 'NetworkStatusChange' && !payload.isConnected) return;
        for (const { index, spec, state } of view.members()) {
          if (!spec.wake || !hearers.includes(index)) continue;
          const task = tasks.of(index);
          task.isWoken = true;
          if (state !== 'open' || !beats(spec) || view.isSuspended()) continue;
          // Back in the foreground, the pong may be waiting to be heard, so it is awaited anew.
          if (topic === 'AppShow')
            Object.assign(task, { pingedAt: Number.POSITIVE_INFINITY, deadline: view.now() + spec.pong });
          else task.deadline = Math.min(task.deadline, view.now() + spec.pong);
        }
      },
      thrown({ task, moment }) {
        if (moment === 'pingMsg') tasks.of(task).isPingBroken = true;
      },
      // What it was when it was given up.
      told({ socket }) {
        if (socket) tasks.of(socket.owner).wasLive = isLive(socket);
      },
      host({ what, socket, heard }, view) {
        const member = memberOf(view, socket.owner);
        const isCurrent = isNewest(view, socket);
        // On a line a close may be another socket's, so the link is asked.
        if (what === 'close' && socket.isLine) for (const task of tasks.all()) task.isWoken = true;
        if (what !== 'message' && what !== 'open') return;
        if (heard === 0 || !isCurrent || !member || isTooEarly(socket, what)) return;
        const task = tasks.of(socket.owner);
        // A second open says nothing.
        if (what === 'open' && task.socket === socket.id) return;
        task.socket = socket.id;
        lives(task, member.spec, view);
      },
      handed({ task, text }, view) {
        const member = memberOf(view, task);
        const state = tasks.of(task);
        if (!member || !/^(heartbeat|beat)/.test(text)) return;
        if (!beats(member.spec)) return 'a ping went out though there is no heartbeat';
        const silence =
          view.now() - Math.max(state.aliveAt, state.pingedAt < Number.POSITIVE_INFINITY ? state.pingedAt : 0);
        const isDue = silence >= Math.min(member.spec.ping, member.spec.pong);
        if (state.pingedAt === Number.POSITIVE_INFINITY) {
          Object.assign(state, { pingedAt: view.now(), hasSlept: false, hasJumped: false });
        }
        state.lastPingAt = view.now();
        if (!isDue && !state.isWoken && !state.isOdd) return `a ping went out after ${silence} ms of silence`;
      },
      event(entry, view) {
        if (!isMain(entry)) return;
        const member = memberOf(view, entry.task);
        const task = tasks.of(entry.task);
        if (entry.type === 'error') task.hasFailed = true;
        if (entry.type === 'open') {
          Object.assign(task, { isOpen: true, hasFailed: false, isPingBroken: false });
          // An open that came before its task did.
          const socket = newestOf(view, entry.task)?.id;
          if (task.socket !== socket) lives(Object.assign(task, { socket }), member?.spec, view);
        }
        if (entry.type !== 'close') return;
        const fault = entry.event.cause === 'pong-timeout' && killed(task, member?.spec, view);
        Object.assign(task, { isOpen: false, hasFailed: false, deadline: Number.POSITIVE_INFINITY });
        return fault || undefined;
      },
    },
    settled(view) {
      for (const { index, name, spec, state } of view.members()) {
        const task = tasks.of(index);
        const isJudged = state === 'open' && task.isOpen && !task.hasFailed && !task.isPingBroken && beats(spec);
        if (view.isSuspended() || !isJudged) continue;
        const { deadline, aliveAt, pingedAt, isOdd } = task;
        if (view.now() > deadline)
          return `${name} did not find its link dead within ${spec.ping} + ${spec.pong} ms of silence`;
        const isSilent = view.now() - aliveAt > spec.ping && pingedAt === Number.POSITIVE_INFINITY;
        if (isSilent && !isOdd) return `${name} sent no ping after ${view.now() - aliveAt} ms of silence`;
      }
    },
  };
}

/** @param {any} spec */
function beats({ ping }) {
  return ping > 0 && ping < Number.POSITIVE_INFINITY;
}

/** @param {any} task @param {any} spec @param {import('./rule.mjs').View} view */
function killed(task, spec, view) {
  const isOnTime = task.hasSlept && view.now() - task.lastPingAt - spec.pong < LATE;
  if (task.wasLive && !isOnTime && task.pingedAt < Number.POSITIVE_INFINITY)
    return `a live link was killed ${view.now() - task.pingedAt} ms after its ping`;
  if (task.pingedAt === Number.POSITIVE_INFINITY) return 'a link was killed that had not been pinged';
  if (view.now() - task.pingedAt < spec.pong && !task.hasJumped)
    return `a link was killed ${view.now() - task.pingedAt} ms after its ping`;
}

/** @param {any} socket */
function isLive(socket) {
  return socket.phase === 'open' && !socket.isMute && !socket.isCrooked && !socket.isPingRefused && socket.isAnswering;
}
