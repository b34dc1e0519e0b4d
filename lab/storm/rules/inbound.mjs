// @ts-check
/**
 * Rule 5, inward. What the host says on the link of the moment reaches the handlers once, in order, as it was, with
 * nothing left out but what `isPong` accepts.
 */
import { textOf } from '../app/data.mjs';
import { isMain, isNewest, isTooEarly, memberOf, perTask } from './rule.mjs';

/** @returns {import('./rule.mjs').Rule} */
export function inbound() {
  const tasks = perTask(() => ({
    expected: /** @type {string[]} */ ([]),
    isOpen: false,
    heard: new Set(),
    /** Of which `isPong` was asked, and did not accept them: it may have thrown. */
    unaccepted: new Set(),
  }));

  return {
    name: '5 messages',
    on: {
      host({ what, socket, payload, heard }, view) {
        if (what !== 'message' || heard === 0 || isTooEarly(socket, what)) return;
        const member = memberOf(view, socket.owner);
        const isCurrent = isNewest(view, socket);
        const text = textIn(payload);
        if (!member?.state || !isCurrent || socket.isOver || socket.told || !socket.isReachable) return;
        if (!(member.spec.isPong === 'pong' && text.startsWith('pong'))) tasks.of(socket.owner).expected.push(text);
      },
      asked: ({ task, what, argument }) => void (what === 'isPong' && tasks.of(task).unaccepted.add(textOf(argument))),
      replied({ task, what, argument, reply }) {
        if (what === 'isPong' && reply) tasks.of(task).unaccepted.delete(textOf(argument));
      },
      event(entry, view) {
        if (!isMain(entry)) return;
        const task = tasks.of(entry.task);
        if (entry.type === 'open') task.isOpen = true;
        if (entry.type === 'close') Object.assign(task, { isOpen: false, expected: [] });
        if (entry.type !== 'message') return;
        const text = textOf(entry.event.data);
        if (memberOf(view, entry.task)?.spec.isPong === 'pong' && !task.unaccepted.has(text))
          return `the message ${text} was delivered, and isPong accepts it or was not asked`;
        if (task.heard.has(text)) return `the message ${text} was delivered twice`;
        task.heard.add(text);
        if (task.expected.length > 0 && task.expected[0] !== text && task.expected.includes(text)) {
          return `the message ${text} was delivered before ${task.expected[0]}`;
        }
        task.expected = task.expected.filter((one) => one !== text);
      },
    },
    settled(view) {
      for (const { index, name } of view.members()) {
        const task = tasks.of(index);
        if (task.isOpen && task.expected.length > 0) return `the message ${task.expected[0]} never reached ${name}`;
        task.expected = [];
      }
    },
  };
}

/** The text of a message of ours, in whatever form the host gave it. @param {any} payload */
function textIn(payload) {
  const nested = payload.data;
  const isNested = nested && typeof nested === 'object' && !(nested instanceof ArrayBuffer);
  const { data, isBuffer } = isNested ? nested : payload;
  return textOf(data, isBuffer);
}
