// @ts-check
import { expect, test } from 'vitest';
import { drawTable, wrap } from '../../../lab/demo/drawing/text.mjs';
import { reportOf } from '../../../lab/demo/report.mjs';
import { platforms, recordingOf } from './recording.mjs';

/** @param {import('../../../lab/demo/recorder.mjs').Recording} recording */
function tablesOf(recording) {
  const [{ name, tables }] = reportOf(recording, platforms);
  expect(name).toBe('WeChat');
  return tables.map(({ headings, rows }) => [headings, ...rows]);
}

test('the tables say what was sent, received and dropped, and how each recovery went', () => {
  expect(tablesOf(recordingOf())).toEqual([
    [
      ['link', 'sent', 'kept', 'arrived', 'received', 'dropped'],
      ['WeChat', '4', '2', '2', '2', '2'],
    ],
    [
      ['why', 'messages'],
      ['link lost', '1'],
      ['taken by the host, lost with a link that was dead already', '1'],
    ],
    [
      ['trouble', 'noticed by', 'noticed in', 'attempts', 'back in', 'since its end'],
      ['restart', 'host', '0.25\u00a0s', '2', '0.55\u00a0s', '0.70\u00a0s'],
      ['half-open', 'pong-timeout', '1.00\u00a0s', '1', '0.13\u00a0s', '–'],
    ],
  ]);
});

test('a link that stayed down has no time of return', () => {
  const recording = recordingOf((entries) => entries.filter(({ at, kind }) => kind !== 'state' || at < 4010));
  const [, , recoveries] = tablesOf(recording);
  expect(recoveries.at(-1)).toEqual(['half-open', 'pong-timeout', '1.00\u00a0s', '0', '–', '–']);
});

test('where nothing was dropped there is no table of it', () => {
  const recording = recordingOf((entries) => entries.filter((entry) => !('n' in entry) || entry.n % 2 === 1));
  expect(tablesOf(recording).map(([headings]) => headings[0])).toEqual(['link', 'trouble']);
});

test('a table is drawn with the text to the left and the figures to the right', () => {
  const rows = [
    ['a long name', '7'],
    ['b', '1234567'],
  ];
  expect(drawTable({ title: '', headings: ['name', 'count'], rows })).toEqual([
    'name           count',
    'a long name        7',
    'b            1234567',
  ]);
});

test('a text is broken between words, and a word that is too long within', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('supersede it', 5)).toEqual(['super', 'sede', 'it']);
  expect(wrap('', 5)).toEqual(['']);
});
