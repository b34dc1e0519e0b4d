// @ts-check
/**
 * Rule 8, a refusal is an answer. A ping that the host refuses ends the attempt, with an error first, in 200 ms at most;
 * while the app is hidden a refusal says nothing. A link ends by the host's doing only if the host said anything.
 */
import { createNews } from './news.mjs';
import { isLeft, isMain, isNewest, memberOf, perTask } from './rule.mjs';

const GRACE = 200;
const NEVER = Number.POSITIVE_INFINITY;

/** @returns {import('./rule.mjs').Rule} */
export function refusals() {
  const news = createNews();
  const tasks = perTask(() => ({
    lastPing: 0,
    wasHidden: false,
    wasDenied: false,
    deniedAt: NEVER,
    hasErred: false,
    /** The host said that the attempt has failed or is over. */
    hasSpoken: false,
    isAdopted: false,
  }));

  /** Whoever it is about: a line carries no identity. @param {any} socket @param {import('./rule.mjs').View} view */
  function speaks(socket, view) {
    for (const { index } of view.members()) {
      if (!socket || socket.isLine || view.sharesLine || socket.owner === index) tasks.of(index).hasSpoken = true;
    }
  }

  return {
    name: '8 refusals',
    on: {
      announce: news.announce,
      host(entry, view) {
        news.host(entry, view);
        if (entry.what === 'error' || entry.what === 'close') speaks(entry.socket, view);
      },
      refused: ({ task }) => void Object.assign(tasks.of(task), { hasSpoken: true }),
      'nothing given': ({ task }) => void Object.assign(tasks.of(task), { hasSpoken: true }),
      handed({ task, text, number }, view) {
        if (view.isPing(text) && memberOf(view, task)?.state === 'open')
          Object.assign(tasks.of(task), { lastPing: number, wasHidden: news.hiddenAt() !== null });
      },
      'send refused'({ task: index, number, socket }, view) {
        const task = tasks.of(index);
        const member = memberOf(view, index);
        const isCurrent = socket && isNewest(view, socket) && !isLeft(socket);
        if (task.lastPing !== number || !isCurrent || member?.state !== 'open') return;
        const isExcused = member.spec.wake && (task.wasHidden || news.hiddenAt() !== null);
        if (isExcused && !news.isHazy()) return;
        task.wasDenied = true;
        if (!news.isHazy()) task.deniedAt = Math.min(task.deniedAt, view.now());
      },
      resume(_entry, view) {
        for (const task of tasks.all()) if (task.deniedAt < NEVER) task.deniedAt = view.now();
      },
      event(entry, view) {
        if (!isMain(entry)) return;
        const task = tasks.of(entry.task);
        if (entry.type === 'open') news.opened();
        if (entry.type === 'error') task.hasErred = true;
        if (entry.type !== 'close') return;
        const { hasSpoken, wasDenied, deniedAt, hasErred, isAdopted } = task;
        Object.assign(task, { wasDenied: false, deniedAt: NEVER, hasErred: false, hasSpoken: false });
        const { cause } = entry.event;
        if (cause !== 'host' || !isAdopted || view.turn() < 0) return;
        if (!hasSpoken && !wasDenied) return 'the host is said to have ended a link of which it said nothing';
        if (deniedAt < NEVER && !hasErred && !hasSpoken) return 'a refused ping ended a link without an error before';
      },
    },
    settled(view) {
      for (const { index, name, state } of view.members()) {
        const task = tasks.of(index);
        if (state !== 'open') task.deniedAt = NEVER;
        task.isAdopted = state !== undefined;
        if (!view.isSuspended() && view.now() - task.deniedAt > GRACE)
          return `${name} goes on with a link whose ping was refused`;
      }
      news.settle(view);
    },
  };
}
