// @ts-check
/**
 * Rule 8, the verdict, and the heartbeat it is about. A live link is never killed, however late timers fire; a dead one is
 * found within `pongTimeout` of the first unanswered ping, or within the time of a probe where it is suspect. Pings go
 * out after `pingTimeout` of silence, for `pingEvery` and where there are grounds, and at no other time.
 *
 * A live link is one whose server answers every ping and whose host has told no lie about it.
 */
import { createNews, isOurs } from './news.mjs';
import { beats, isMain, isNewest, isTooEarly, memberOf, newestOf, perTask } from './rule.mjs';

const NEVER = Number.POSITIVE_INFINITY;
/** After the clock was set, two rounds of ping and pong may pass before the link is judged. */
const ROUNDS = 2;
/** A timer that is less late than this cannot be told from one that is on time, so nobody can know of the sleep. */
const LATE = 500;
/** Late timers after which a silent link must be over: the one that begins, two rounds, and the last moment. */
const MOST_LATE = 4;

const KNOCK_AFTER = 1000;

/** @returns {import('./rule.mjs').Rule} */
export function suspension() {
  const news = createNews();
  const tasks = perTask(() => ({
    isOpen: false,
    /** The host said that the attempt has failed, and has a moment to say with which code. */
    hasFailed: false,
    /** The socket that showed it. */
    socket: 0,
    begunAt: 0,
    /** What the opening took. */
    opening: 0,
    /** When the link last showed life. */
    aliveAt: 0,
    /** When the oldest ping without an answer went out. */
    pingedAt: NEVER,
    lastPing: 0,
    lastPingAt: 0,
    sentAt: 0,
    /** The program was suspended since. */
    hasSlept: false,
    /** The clock was set since, so nobody knows how long it has been. */
    hasJumped: false,
    /** There are grounds to doubt it, so that a probe's time is its time. */
    isSuspect: false,
    /** How much of its silence a probe allows. */
    probe: 0,
    /** How many timers fired late in this silence. */
    lates: 0,
    /** By when a silent link must have been found dead. */
    deadline: NEVER,
    isOdd: false,
    hasGrounds: false,
    wasHidden: false,
    wasLive: false,
  }));

  /** @param {any} task @param {any} spec @param {import('./rule.mjs').View} view */
  function lives(task, spec, view) {
    Object.assign(task, {
      aliveAt: view.now(),
      pingedAt: NEVER,
      deadline: beats(spec) ? boundIn(task, spec, spec.ping + spec.pong, view) : NEVER,
      isOdd: false,
      hasSlept: false,
      // A return may be followed by one more ping, when the server has spoken.
      hasGrounds: task.isSuspect,
      lates: 0,
      isSuspect: false,
    });
  }

  /** @param {any} member */
  function probeTime({ spec, latency, index }) {
    return Math.min(Math.max(spec.probe, 2 * (latency ?? 0), tasks.of(index).opening), spec.pong);
  }

  /** @param {any} member @param {import('./rule.mjs').View} view */
  function doubt(member, view) {
    const task = tasks.of(member.index);
    task.hasGrounds = true;
    if (member.state !== 'open' || !beats(member.spec)) return;
    task.probe = Math.max(task.isSuspect ? task.probe : 0, probeTime(member));
    task.isSuspect = true;
    if (!view.isSuspended()) task.deadline = Math.min(task.deadline, boundIn(task, member.spec, task.probe, view));
  }

  return {
    name: '8 suspension',
    on: {
      jump(_entry, view) {
        for (const { index, spec } of view.members()) {
          const task = tasks.of(index);
          Object.assign(task, { hasJumped: true, isOdd: true });
          if (task.deadline < NEVER) task.deadline = boundIn(task, spec, 0, view);
        }
      },
      resume(_entry, view) {
        for (const task of tasks.all()) {
          Object.assign(task, { hasSlept: true, isOdd: true });
          if (task.deadline <= view.now()) task.deadline = view.now() + 1;
        }
      },
      'fired late'({ owner, late, ms }, view) {
        const members = late > LATE && ms > 0 ? view.members() : [];
        for (const member of members) {
          const task = tasks.of(member.index);
          if (member.index !== owner && view.members().length > 1 && owner < view.members().length) continue;
          if (member.index === owner) task.lates += 1;
          Object.assign(task, { hasSlept: true, isOdd: true, hasGrounds: true });
          if (member.state !== 'open' || task.deadline === NEVER) continue;
          task.isSuspect = true;
          task.probe = probeTime(member);
          task.deadline = boundIn(task, member.spec, Math.max(LATE, task.probe), view);
        }
      },
      announce(entry, view) {
        news.announce(entry, view);
        if (entry.topic === 'AppHide' || !isOurs(entry.hearers)) return;
        for (const member of view.members()) if (member.spec.wake) doubt(member, view);
      },
      'send refused'({ task: index, text, number, socket }, view) {
        const member = memberOf(view, index);
        const task = tasks.of(index);
        if (!member || !socket || !isNewest(view, socket)) return;
        if (!view.isPing(text)) return doubt(member, view);
        const isExcused = member.spec.wake && (task.wasHidden || news.hiddenAt() !== null || news.isHazy());
        if (task.lastPing !== number || !isExcused) return;
        // Nothing is waited for.
        Object.assign(task, { pingedAt: NEVER, deadline: NEVER });
      },
      // What it was when it was given up.
      told({ socket }) {
        if (socket) tasks.of(socket.owner).wasLive = isLive(socket);
      },
      dial: ({ task }, view) => {
        if (memberOf(view, task)?.spec.params !== 'function') tasks.of(task).begunAt = view.now();
      },
      asked: ({ task, what }, view) =>
        void (what === 'params' && Object.assign(tasks.of(task), { begunAt: view.now() })),
      host(entry, view) {
        const { what, socket, heard } = entry;
        news.host(entry, view);
        const member = memberOf(view, socket.owner);
        // On a line a close may be another socket's, so the link is asked.
        if (what === 'close' && socket.isLine) for (const one of view.members()) tasks.of(one.index).hasGrounds = true;
        if (what === 'error') tasks.of(socket.owner).hasFailed = true;
        if (what !== 'message' && what !== 'open') return;
        if (heard === 0 || !isNewest(view, socket) || !member || isTooEarly(socket, what)) return;
        const task = tasks.of(socket.owner);
        // A second open says nothing.
        if (what === 'open' && task.socket === socket.id) return;
        if (task.socket !== socket.id) Object.assign(task, { opening: view.now() - task.begunAt, isSuspect: false });
        task.socket = socket.id;
        lives(task, member.spec, view);
      },
      handed({ task: index, text, number }, view) {
        const member = memberOf(view, index);
        const task = tasks.of(index);
        if (!member) return;
        const { spec } = member;
        const unsent = view.now() - task.sentAt;
        task.sentAt = view.now();
        if (!view.isPing(text)) return;
        if (!beats(spec)) return 'a ping went out though there is no heartbeat';
        if (member.state !== 'open') return knockFault(task, view);
        const silence = view.now() - Math.max(task.aliveAt, task.pingedAt < NEVER ? task.pingedAt : 0);
        const isDue = silence >= Math.min(spec.ping, spec.pong) || unsent >= spec.every;
        const probe = task.isSuspect ? task.probe : spec.pong;
        const bound = boundIn(task, spec, probe, view);
        task.deadline = Math.min(task.pingedAt < NEVER && !task.isOdd ? task.deadline : NEVER, bound);
        if (task.pingedAt === NEVER) Object.assign(task, { pingedAt: view.now(), hasJumped: false });
        Object.assign(task, { lastPing: number, lastPingAt: view.now(), wasHidden: news.hiddenAt() !== null });
        const wasSet = view.setAt() >= task.begunAt;
        if (!isDue && !task.hasGrounds && !task.isOdd && !wasSet)
          return `a ping went out after ${silence} ms of silence`;
      },
      event(entry, view) {
        if (!isMain(entry)) return;
        const member = memberOf(view, entry.task);
        const task = tasks.of(entry.task);
        if (entry.type === 'error') task.hasFailed = true;
        if (entry.type === 'open') {
          news.opened();
          Object.assign(task, { isOpen: true, hasFailed: false, sentAt: view.now() });
          // An open that came before its task did.
          const socket = newestOf(view, entry.task)?.id;
          if (task.socket !== socket) {
            Object.assign(task, { socket, opening: view.now() - task.begunAt, isSuspect: false });
            lives(task, member?.spec, view);
          }
        }
        if (entry.type !== 'close') return;
        const fault = entry.event.cause === 'pong-timeout' && member && killed(task, member.spec, view);
        Object.assign(task, { isOpen: false, hasFailed: false, deadline: NEVER, isSuspect: false, lates: 0 });
        return fault || undefined;
      },
    },
    settled(view) {
      news.settle(view);
      for (const { index, name, spec, state } of view.members()) {
        const task = tasks.of(index);
        const isJudged = state === 'open' && task.isOpen && !task.hasFailed && beats(spec);
        if (view.isSuspended() || !isJudged) continue;
        const { deadline, aliveAt, pingedAt, lastPingAt, isOdd, lates, sentAt } = task;
        const now = view.now();
        if (now > deadline) return `${name} did not find its link dead by ${now - deadline} ms ago`;
        if (lates > MOST_LATE && view.setAt() < task.begunAt)
          return `${name} does not find its link dead where timers are late`;
        const isOnTime = !isOdd && view.setAt() < task.begunAt;
        const silence = now - Math.max(aliveAt, lastPingAt);
        if (silence > spec.ping && pingedAt === NEVER && isOnTime)
          return `${name} sent no ping after ${silence} ms of silence`;
        if (now - sentAt > spec.every && isOnTime) return `${name} sent nothing for ${now - sentAt} ms`;
      }
    },
  };
}

/** By when, with the clock as it is: after it was set, two rounds may pass. @param {any} task @param {any} spec @param {number} ms @param {import('./rule.mjs').View} view */
function boundIn({ begunAt }, { ping, pong }, ms, view) {
  return view.now() + (view.setAt() >= begunAt ? ms + ROUNDS * (ping + pong) + view.setBack() : ms);
}

/** A promised link that has not said that it is open is asked once, after a second. @param {any} task @param {import('./rule.mjs').View} view */
function knockFault(task, view) {
  if (!view.promises) return 'a ping went out before the link was open';
  if (view.now() - task.begunAt < KNOCK_AFTER) return 'a promised link was asked too soon whether it is open';
}

/** @param {any} task @param {any} spec @param {import('./rule.mjs').View} view */
function killed(task, spec, view) {
  const least = task.isSuspect ? Math.min(task.probe, spec.pong) : spec.pong;
  const waited = view.now() - task.pingedAt;
  const isOnTime = task.hasSlept && view.now() - task.lastPingAt - least < LATE;
  if (task.wasLive && !isOnTime && task.pingedAt < NEVER) return `a live link was killed ${waited} ms after its ping`;
  if (task.pingedAt === NEVER) return 'a link was killed that had not been pinged';
  if (waited < least && !task.hasJumped) return `a link was killed ${waited} ms after its ping`;
}

/** @param {any} socket */
function isLive(socket) {
  return socket.phase === 'open' && !socket.isMute && !socket.isCrooked && !socket.isPingRefused && socket.isAnswering;
}
