// @ts-check
import { expect, test } from 'vitest';
import { judge } from '../../../lab/demo/verdict.mjs';
import { recordingOf } from './recording.mjs';

const link = 'wechat';

/** @typedef {import('./recording.mjs').Entry} Entry */

/** @param {(entries: Entry[]) => Entry[]} [change] */
const problemsOf = (change) => judge(recordingOf(change)).problems;

/** @param {...Entry} more @returns {(entries: Entry[]) => Entry[]} */
const adding =
  (...more) =>
  (entries) => [...entries, ...more];

/** @param {(entry: Entry) => boolean} goes @returns {(entries: Entry[]) => Entry[]} */
const without = (goes) => (entries) => entries.filter((entry) => !goes(entry));

test('a story in which every link comes back ends well', () => {
  const { problems, summary } = judge(recordingOf());
  expect(problems).toEqual([]);
  expect(summary).toBe('All is well: 2 troubles, 2 links lost and every one back, no message twice or out of order.');
});

test('a link that stays down is named, with the trouble and its last state', () => {
  expect(problemsOf(without(({ at, kind }) => kind === 'state' && at > 4100 && at < 5000))).toEqual([
    'WeChat: the link did not come back after "half-open".',
    'WeChat: connecting at the end (5.00\u00a0s), not open.',
  ]);
});

test('a link that came back and was lost again for good is named', () => {
  const lost = adding({ at: 4900, kind: 'state', link, state: 'closed', attempt: 0, cause: 'host', code: 1006 });
  expect(problemsOf(lost)).toEqual(['WeChat: closed at the end (5.00\u00a0s), not open.']);
});

test('a link that never started is named', () => {
  expect(problemsOf(without((entry) => 'link' in entry || entry.kind === 'trouble'))).toEqual([
    'WeChat: never started at the end (5.00\u00a0s), not open.',
  ]);
});

test('of a link that a story given up did not come to, nothing is said', () => {
  const recording = recordingOf(adding({ at: 4990, kind: 'stuck', name: 'half-open' }));
  const second = { id: 'second', platform: 'wechat', name: '2nd', told: '', ends: /** @type {const} */ ('closed') };
  expect(judge({ ...recording, links: [...recording.links, second] }).problems).toEqual([
    'The story was given up in the scene "half-open".',
  ]);
});

test('a trouble that cut nothing has shown nothing', () => {
  expect(problemsOf(without(({ at, kind }) => kind === 'state' && at > 1200 && at < 1810))).toEqual([
    'WeChat: "restart" was not noticed: the link was never lost.',
  ]);
});

test('a trouble noticed by something else than it should be', () => {
  const byHost = (/** @type {Entry[]} */ entries) =>
    entries.map((entry) => (entry.kind === 'state' && entry.at === 4000 ? { ...entry, cause: 'host' } : entry));
  expect(problemsOf(byHost)).toEqual(['WeChat: "half-open" was noticed by host, where pong-timeout was expected.']);
});

test.each(
  /** @type {const} */ ([
    ['arrived', 'at the server'],
    ['answered', 'back at the phone'],
  ]),
)('a message that %s twice or late', (kind, where) => {
  expect(problemsOf(adding({ at: 1900, kind, link, n: 3 }))).toEqual([`WeChat: message 3 arrived twice ${where}.`]);
  expect(problemsOf(adding({ at: 1900, kind, link, n: 2 }))).toEqual([
    `WeChat: message 2 arrived out of order ${where}.`,
  ]);
});

test('a message of which the sender never heard', () => {
  expect(problemsOf(without((entry) => entry.kind === 'settled' && entry.n === 4))).toEqual([
    'WeChat: neither success nor fail was called for 1 messages, first for 4.',
  ]);
});

test('an error nobody caught, and a story given up', () => {
  const more = adding(
    { at: 4990, kind: 'stuck', name: 'half-open' },
    { at: 5020, kind: 'thrown', platform: 'wechat', text: 'Error: handler' },
  );
  expect(problemsOf(more)).toEqual([
    'The story was given up in the scene "half-open".',
    'wechat: thrown and never caught: Error: handler',
  ]);
});
