// @ts-check
import { reference } from '../subjects/index.mjs';
import { ratio, roundsOf, spread, table } from './table.mjs';

/** @param {any} recovery */
export function recoverySection({ oneConnectMs, patienceMs, troubles, rows }) {
  /** @type {string[]} */
  const subjects = [...new Set(rows.map((/** @type {any} */ { name }) => name))];
  const names = troubles.map((/** @type {any} */ { name }) => name);
  /** @param {string} subject @param {string} trouble */
  const rowOf = (subject, trouble) =>
    rows.find((/** @type {any} */ row) => row.name === subject && row.trouble === trouble);
  /** @param {string} head @param {(row: any, own: any) => string} cell */
  const grid = (head, cell) =>
    table(
      [head, ...subjects],
      names.map((/** @type {string} */ name) => [
        name,
        ...subjects.map((subject) => cell(rowOf(subject, name), rowOf(reference.name, name))),
      ]),
    );
  const talked = rows.filter((/** @type {any} */ { said }) => said !== undefined);
  return `## Time to notice and time to recover

Real sockets to a server on loopback, through an emulated WeChat, every library with its options as published. Back means
that a message sent on the new link has come back. "never": not within ${patienceMs / 1000} s. The limit, one connect with a message there and
back: ${spread(oneConnectMs)} ms, of ${roundsOf([oneConnectMs])}; all else of ${roundsOf(rows.map((/** @type {any} */ { recoverMs }) => recoverMs))}, which go on at once.

${troubles.map((/** @type {any} */ { name, does }) => `- **${name}**: ${does}.`).join('\n')}

Until it is back, counted from when the way is free again:

${grid('ratio', (row, own) => ratio(row.recoverMs.median, own.recoverMs.median))}

${grid('ms', (row) => spread(row.recoverMs))}

Until the application hears of the loss:

${grid('ratio', (row, own) => ratio(row.noticeMs.median, own.noticeMs.median))}

${grid('ms', (row) => spread(row.noticeMs))}

Messages lost where the application goes on sending:

${table(
  ['trouble', ...subjects],
  [...new Set(talked.map((/** @type {any} */ { trouble }) => trouble))].map((/** @type {any} */ trouble) => [
    String(trouble),
    ...subjects.map((subject) => lostOf(rowOf(subject, String(trouble)))),
  ]),
)}`;
}

/** @param {{ said: number, lost: number }} row */
function lostOf({ said, lost }) {
  return `${lost} of ${said}`;
}
