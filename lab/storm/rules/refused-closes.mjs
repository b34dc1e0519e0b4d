// @ts-check
/**
 * Rule 2, a close that the host refuses is asked for once more: at once, or on return if it was refused while the app was
 * hidden; and an old socket that opens or speaks is told again. On a line nobody can tell which socket it is about.
 */
import { createNews } from './news.mjs';

/** @returns {import('./rule.mjs').Rule} */
export function refusedCloses() {
  const news = createNews();
  /** Why it must be told again by the end of the step. @type {Map<any, string>} */
  const due = new Map();
  /** To be told on return. @type {Set<any>} */
  const owed = new Set();
  /** Told once more already. @type {Set<any>} */
  const repeated = new Set();

  return {
    name: '2 refused closes',
    on: {
      'close refused'({ socket }) {
        if (socket.isLine || socket.isConfirmed || news.isHazy()) return;
        if (news.hiddenAt() !== null) owed.add(socket);
        else if (!repeated.has(socket)) due.set(socket, 'refused to close');
        repeated.add(socket);
      },
      told: ({ socket }) => void due.delete(socket),
      announce(entry, view) {
        news.announce(entry, view);
        if (entry.topic !== 'AppShow' || news.hiddenAt() !== null) return;
        for (const socket of owed) due.set(socket, 'refused to close');
        owed.clear();
      },
      host(entry, view) {
        news.host(entry, view);
        const { what, socket, heard } = entry;
        if (what === 'close') owed.delete(socket);
        const isOld = socket.told > 0 && !socket.isLine && !socket.isConfirmed;
        if (isOld && heard > 0 && (what === 'message' || what === 'open')) due.set(socket, 'spoke after its end');
      },
    },
    settled(view) {
      news.settle(view);
      if (news.isHazy()) owed.clear();
      const [left] = [...due].filter(([socket]) => socket.phase !== 'dead');
      due.clear();
      if (left && !view.isSuspended()) return `socket ${left[0].id} ${left[1]} and was not told again`;
    },
  };
}
