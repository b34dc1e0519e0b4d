// @ts-check
import { spread, table } from './table.mjs';

/** @param {any} recovery */
export function recoverySection({ oneConnectMs, patienceMs, troubles, rows }) {
  const subjects = [...new Set(rows.map((/** @type {any} */ { name }) => name))];
  const names = troubles.map((/** @type {any} */ { name }) => name);
  /** @param {unknown} subject @param {string} trouble @param {'noticeMs' | 'recoverMs'} field */
  const cell = (subject, trouble, field) =>
    spread(rows.find((/** @type {any} */ row) => row.name === subject && row.trouble === trouble)[field]);
  const grid = (/** @type {'noticeMs' | 'recoverMs'} */ field) =>
    table(
      ['ms', ...names],
      subjects.map((subject) => [
        String(subject),
        ...names.map((/** @type {string} */ name) => cell(subject, name, field)),
      ]),
    );
  return `## Time to notice and time to recover

Real sockets to a server on loopback, through an emulated WeChat, every library with its options as published. Back means
that a message sent on the new link has come back. "never": not within ${patienceMs / 1000} s. The limit, one connect with a message there and
back: ${spread(oneConnectMs)} ms.

${troubles.map((/** @type {any} */ { name, does }) => `- **${name}**: ${does}.`).join('\n')}

Until it is back, counted from when the way is free again:

${grid('recoverMs')}

Until the application hears of the loss:

${grid('noticeMs')}`;
}
