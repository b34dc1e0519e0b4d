// @ts-check
/**
 * The standard as a suite: a test for each web-platform-test that applies, named after its file and written from
 * websockets.spec.whatwg.org, on every class that is published, and on Node's own, which tests the tests.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../lab/subjects.mjs';
import { CLASSES, runOn } from './classes.mjs';
import { DEVIATIONS } from './deviations.mjs';
import { NODE_DEPARTS, runOnNode } from './node.mjs';
import { CASES } from './run.mjs';
import { departures, PAGES, tableOf } from './table.mjs';

const declared = DEVIATIONS.flatMap(({ names }) => names);

/** @type {import('./table.mjs').Result[]} */
const results = [];

describe.each(CLASSES)('$part.$form on $host', (subject) => {
  /** @type {Record<string, unknown>} */
  let seen = {};
  beforeAll(async () => {
    seen = await runOn(subject);
    results.push({ host: subject.host, seen });
  });

  test.each(CASES.filter(({ name }) => !declared.includes(name)))('$name', ({ name, expected }) => {
    expect(seen[name]).toEqual(expected);
  });

  test.each(CASES.filter(({ name }) => declared.includes(name)))(
    '$name ends, as declared or as it should',
    ({ name }) => {
      expect(String(seen[name])).not.toMatch(/has not ended|^\w*Error: /);
    },
  );
});

test.each(/** @type {(keyof typeof PAGES)[]} */ (Object.keys(PAGES)))(
  'the table of deviations (%s) is what was seen: else run `npm run deviations`',
  (language) => {
    expect(readFileSync(path.join(root, PAGES[language]), 'utf8')).toBe(tableOf(results, language));
  },
);

test('every declared deviation is seen somewhere', () => {
  const seen = new Set(results.flatMap((result) => departures(result.seen)));
  expect(DEVIATIONS.filter(({ names }) => !names.some((name) => seen.has(name)))).toEqual([]);
});

test("the tests hold for Node's own class, but where that departs from the standard", () => {
  expect(departures(runOnNode()).sort()).toEqual(Object.keys(NODE_DEPARTS).sort());
});
