// @ts-check
/**
 * Rule 4, how the next attempt comes: its number and its pause. A return starts the count afresh and ends a wait; a link
 * that was open at the return, or that it has opened, and is dead before it has shown life is followed at once; so is one
 * whose ping was refused; an attempt that was under way while the app or the network was away is stale; and while there
 * is no network the pause is at least 30 s.
 */
import { createNews } from './news.mjs';
import { beats, isLeft, isMain, isNewest, memberOf, perTask } from './rule.mjs';

const OFFLINE_PAUSE = 30_000;
const STALE_AFTER = 1000;
/** What a pause becomes when its function gives none. */
const DEFAULT_PAUSE = 2000;
const NEVER = Number.POSITIVE_INFINITY;

/** @returns {import('./rule.mjs').Rule} */
export function nextAttempt() {
  const news = createNews();
  const tasks = perTask(() => ({
    begunAt: 0,
    /** How many messages it takes to show that the link is alive since the return; none where nothing is eager. */
    lifeNeeded: 0,
    /** A ping was refused, and no message came since the last time that this was followed at once. */
    wasDenied: false,
    mayHurry: true,
    /** In which turn it must end as stale. */
    staleIn: -1,
    isStaleAllowed: false,
    /** The last close. @type {any} */
    close: undefined,
    wasEager: false,
    wasHeard: false,
    isOffline: false,
    isHazy: false,
    /** What `reconnectTimeout` said last. @type {number | undefined} */
    asked: undefined,
    isAsked: false,
    isAdopted: false,
    hasFailed: false,
    lastPing: 0,
    wasHiddenAtPing: false,
  }));

  /** @param {any} task @param {any} member @param {any} entry @param {import('./rule.mjs').View} view */
  function returns(task, member, entry, view) {
    const { state, spec } = member;
    const awaySince = entry.topic === 'AppShow' ? news.hiddenAt() : news.offlineAt();
    task.lifeNeeded = state === 'connecting' ? 0 : state === 'open' && beats(spec) && !task.hasFailed ? 2 : 1;
    if (state !== 'connecting' || awaySince === null || task.hasFailed || news.isHazy()) return;
    const under = view.now() - Math.max(awaySince, task.begunAt);
    if (view.setAt() >= Math.min(awaySince, task.begunAt)) task.isStaleAllowed = true;
    else if (under >= STALE_AFTER) Object.assign(task, { staleIn: view.turn(), isStaleAllowed: true });
  }

  return {
    name: '4 next attempt',
    on: {
      born: ({ task }, view) => void Object.assign(tasks.of(task), { begunAt: view.now() }),
      announce(entry, view) {
        for (const member of news.isReturn(entry) ? view.members() : []) {
          if (member.spec.wake && member.state && member.state !== 'closed')
            returns(tasks.of(member.index), member, entry, view);
        }
        news.announce(entry, view);
      },
      host(entry, view) {
        const { what, socket, heard } = entry;
        news.host(entry, view);
        const task = tasks.of(socket.owner);
        const isCurrent = socket.isLine || (isNewest(view, socket) && !socket.told);
        // On a line a close may be another socket's.
        const isEnd = what === 'error' || (what === 'close' && !socket.isLine);
        if (heard > 0 && isEnd && isCurrent) task.hasFailed = true;
        if (what !== 'message' || !heard || !isNewest(view, socket) || isLeft(socket) || task.hasFailed) return;
        task.mayHurry = true;
        if (task.lifeNeeded > 0) task.lifeNeeded -= 1;
      },
      refused({ task, socket }, view) {
        if (!socket || isNewest(view, socket) || !view.sockets().includes(socket)) tasks.of(task).hasFailed = true;
      },
      handed({ task, text, number }, view) {
        if (!view.isPing(text) || memberOf(view, task)?.state !== 'open') return;
        Object.assign(tasks.of(task), { lastPing: number, wasHiddenAtPing: news.hiddenAt() !== null });
      },
      'send refused'({ task: index, number, socket }, view) {
        const task = tasks.of(index);
        if (
          task.lastPing !== number ||
          !socket ||
          (socket.told && !socket.isLine) ||
          memberOf(view, index)?.state !== 'open'
        )
          return;
        const isExcused = memberOf(view, index)?.spec.wake && (task.wasHiddenAtPing || news.hiddenAt() !== null);
        if (isExcused || task.hasFailed) return;
        if (task.mayHurry) task.wasDenied = true;
        task.mayHurry = false;
        task.hasFailed = true;
      },
      asked: ({ task, what }, view) => {
        if (what === 'reconnectTimeout') Object.assign(tasks.of(task), { isAsked: true, asked: undefined });
        if (what === 'params') begin(tasks.of(task), view);
      },
      replied({ task, what, reply }) {
        if (what === 'reconnectTimeout') tasks.of(task).asked = reply;
      },
      dial({ task }, view) {
        if (memberOf(view, task)?.spec.params !== 'function') begin(tasks.of(task), view);
      },
      event(entry, view) {
        if (!isMain(entry)) return;
        const task = tasks.of(entry.task);
        const spec = memberOf(view, entry.task)?.spec;
        if (entry.type === 'open' && task.isAdopted) news.opened();
        if (entry.type === 'close') return readClose(task, entry.event, spec);
        if (entry.type !== 'reconnect') return;
        const fault = pauseFault(task, entry.event, spec);
        return task.wasHeard ? fault : undefined;
      },
    },
    settled(view) {
      for (const { index, name, state } of view.members()) {
        const task = tasks.of(index);
        const isLeft = task.staleIn >= 0 && state === 'connecting';
        task.staleIn = -1;
        task.isStaleAllowed = false;
        if (isLeft && view.now() - task.begunAt >= STALE_AFTER && task.isAdopted)
          return `${name} goes on with an attempt that was under way while it was away`;
        task.isAdopted = state !== undefined;
      }
      news.settle(view);
    },
  };

  /** @param {any} task @param {import('./rule.mjs').View} view */
  function begin(task, view) {
    Object.assign(task, { begunAt: view.now(), hasFailed: false });
  }

  /** @param {any} task @param {any} event @param {any} spec */
  function readClose(task, event, spec) {
    const { isAdopted, isStaleAllowed, lifeNeeded, wasDenied } = task;
    Object.assign(task, {
      close: event,
      wasHeard: isAdopted,
      wasEager: lifeNeeded > 0 || wasDenied,
      isOffline: spec.wake && news.offlineAt() !== null,
      isHazy: news.isHazy(),
      lifeNeeded: event.cause === 'stale' ? 1 : 0,
      wasDenied: false,
    });
    if (event.cause !== 'stale' || !isAdopted) return;
    task.begunAt = NEVER;
    if (!isStaleAllowed && !task.isHazy) return 'an attempt was called stale that had no reason to be';
    if (event.wasOpen) return 'a link that was open was called stale';
  }

  /** @param {any} task @param {any} event @param {any} spec */
  function pauseFault(task, { delay, cause }, spec) {
    const { wasEager, isOffline, isHazy, isAsked, asked, close } = task;
    task.isAsked = false;
    if (cause === 'replaced' || cause === 'stale') return;
    const isFunction = typeof spec.pause !== 'number';
    const isAtOnce = wasEager && close.wasOpen;
    if (isFunction && isAsked && isAtOnce) return 'asked for a pause where the next attempt comes at once';
    if (isFunction && !isAsked && !isAtOnce) return `waits ${delay} ms and did not ask reconnectTimeout`;
    const plain = isAtOnce ? 0 : isFunction ? (asked >= 0 ? asked : DEFAULT_PAUSE) : spec.pause;
    const offline = Math.max(plain, OFFLINE_PAUSE);
    const isRight = isHazy ? delay === plain || delay === offline : delay === (isOffline ? offline : plain);
    if (!isRight) return `waits ${delay} ms where ${isOffline ? offline : plain} ms were asked for`;
  }
}
