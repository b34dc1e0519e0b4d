// @ts-check
import { expect, test } from 'vitest';
import { toMarkdown, toText } from '../../../lab/engines/report.mjs';

const table = toMarkdown(
  ['dist/wechat.js', 'dist/wechat.min.js'],
  [{ engine: 'JSC 1', standsFor: 'iOS', cells: new Map([['dist/wechat.js', '20']]) }],
);

test('a table has a row for each engine and says where nothing ran', () => {
  expect(table.split('\n')).toEqual([
    '| Engine | stands for | `wechat.js` | `wechat.min.js` |',
    '| --- | --- | --- | --- |',
    '| JSC 1 | iOS | 20 | – |',
  ]);
});

test('in a terminal its columns are in line', () => {
  expect(toText(table).split('\n')).toEqual([
    'Engine  stands for  `wechat.js`  `wechat.min.js`',
    'JSC 1   iOS         20           –',
  ]);
});
