// @ts-check
/**
 * Rule 8, suspicion. A link is suspect from the moment that the app is in front again, that the host reports any change of
 * the network, that it refuses a message, or that the heartbeat's timer fires more than half a second late. It is pinged
 * at once, and no message is handed over before the server has spoken.
 */
import { isOurs } from './news.mjs';
import { beats, isLeft, isMain, isNewest, memberOf, perTask } from './rule.mjs';

/** Later than this a timer was suspended with the program. */
const LATE = 500;

/** @returns {import('./rule.mjs').Rule} */
export function suspicion() {
  const tasks = perTask(() => ({
    isSuspect: false,
    /** In which turn the last ground was given, and whether it was pinged since. */
    turn: -1,
    isPinged: false,
    /** Which ground asks for a ping by the end of the step. */
    owes: '',
    /** It was pinged since the server spoke, and may have been late on the way: it may be suspect already. */
    isAsked: false,
    hasSlept: false,
    begunAt: 0,
    hasFailed: false,
    isAdopted: false,
  }));

  /** @param {number} index @param {string} ground @param {boolean} isReturn @param {import('./rule.mjs').View} view */
  function doubt(index, ground, isReturn, view) {
    const member = memberOf(view, index);
    const task = tasks.of(index);
    if (member?.state !== 'open' || !beats(member.spec) || task.hasFailed || !task.isAdopted) return;
    const isKnown = task.isAsked && (task.hasSlept || isOdd(task, view));
    if (isReturn || !(task.isSuspect || isKnown))
      Object.assign(task, { owes: ground, turn: view.turn(), isPinged: false });
    task.isSuspect = true;
  }

  return {
    name: '8 suspicion',
    on: {
      announce({ topic, hearers }, view) {
        if (topic === 'AppHide' || !isOurs(hearers)) return;
        for (const { index, spec } of view.members()) {
          if (spec.wake)
            doubt(index, topic === 'AppShow' ? 'the return' : 'a change of the network', topic === 'AppShow', view);
        }
      },
      'fired late'({ owner, ms, late }, view) {
        if (late > LATE && ms > 0 && !isOdd(tasks.of(owner), view))
          doubt(owner, `a timer ${late} ms late`, false, view);
      },
      'send refused'({ task, text, socket }, view) {
        if (view.isPing(text) || !socket || isLeft(socket) || !isNewest(view, socket)) return;
        doubt(task, 'a refused message', false, view);
        tasks.of(task).turn = -1;
      },
      host({ what, socket, heard }, view) {
        if (!isNewest(view, socket)) return;
        const task = tasks.of(socket.owner);
        if (what === 'message' && heard > 0)
          Object.assign(task, { isSuspect: false, owes: '', isAsked: false, hasSlept: false });
        else if (what !== 'open' && heard > 0) task.hasFailed = true;
      },
      dial: ({ task }, view) => {
        if (memberOf(view, task)?.spec.params !== 'function') tasks.of(task).begunAt = view.now();
      },
      asked: ({ task, what }, view) =>
        void (what === 'params' && Object.assign(tasks.of(task), { begunAt: view.now() })),
      resume() {
        for (const task of tasks.all()) task.hasSlept = true;
      },
      refused({ task, socket }, view) {
        if (!socket || isNewest(view, socket) || !view.sockets().includes(socket)) tasks.of(task).hasFailed = true;
      },
      handed({ task: index, text, socket }, view) {
        const task = tasks.of(index);
        if (view.isPing(text)) return void Object.assign(task, { isPinged: true, isAsked: true, owes: '' });
        const isHeld = task.isSuspect && (task.isPinged || view.turn() > task.turn);
        if (isHeld && socket && isNewest(view, socket) && memberOf(view, index)?.state === 'open')
          return `${text} was handed to the host while its link was suspect`;
      },
      event(entry) {
        if (!isMain(entry)) return;
        const task = tasks.of(entry.task);
        if (entry.type === 'open' || entry.type === 'close')
          Object.assign(task, { isSuspect: false, owes: '', isAsked: false, hasSlept: false, hasFailed: false });
        if (entry.type === 'error') task.hasFailed = true;
      },
    },
    settled(view) {
      for (const { index, name, state } of view.members()) {
        const task = tasks.of(index);
        const { owes, hasFailed } = task;
        Object.assign(task, { owes: '', isAdopted: state !== undefined });
        if (owes && state === 'open' && !hasFailed && !view.isSuspended()) return `${name} did not ping after ${owes}`;
      }
    },
  };
}

/** Whether the clock was set since the attempt began. @param {any} task @param {import('./rule.mjs').View} view */
function isOdd({ begunAt }, view) {
  return view.setAt() >= begunAt;
}
