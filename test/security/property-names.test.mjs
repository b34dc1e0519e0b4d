// @ts-check
import { describe, expect, test } from 'vitest';
import { runCommonJs } from '../../lab/emulators/run-bundle.mjs';
import { bundles, read } from './bundles.mjs';
import { computedNames, computedPlaces, watchKeys } from './property-names.mjs';

/** Every `object[key]` of the readable files whose key is no arithmetic, and where the key comes from. */
const EXPLAINED = {
  'options[name]': 'names of options, from our own table of defaults',
  'from[name]': 'the same, in what the application gave',
  'defaults[name]': 'the same, in the table',
  'added[hook]': 'onOpen to onReconnect and onState; on() lets nothing else in',
  'task[hook]': 'the same',
  'socket.registered[name]': 'onOpen to onClose of the single socket, said by our own listeners',
  'sender[outcome]': 'success or fail',
  'raw[name]': 'a field of an event, always a word of ours such as "data" or "code"',
  'inner[name]': 'the same, one level down',
  'given[name]': 'names of the parameters that the application gave, and success, fail, complete',
  'params[name]': 'the same, in our copy',
  'bytes[i]': 'a counter',
  'text[i]': 'a counter',
  'listeners[i]': 'a counter',
  'queue[at]': 'a counter',
};

const readable = bundles.filter(({ file }) => !file.includes('.min.'));
const minified = bundles.filter(({ file }) => file.includes('.min.'));

test.each(readable)('every property of $file that is not named in the code is explained', ({ file }) => {
  const unexplained = computedNames(read(file)).filter((text) => !(text in EXPLAINED));
  expect(unexplained, 'say in EXPLAINED where the key comes from, if never from a message').toEqual([]);
});

test.each(minified)('$file has no more of them than its readable form', ({ file }) => {
  expect(computedPlaces(read(file)).length).toBeLessThanOrEqual(computedPlaces(read(file.replace('.min', ''))).length);
});

test('no explanation has outlived its code', () => {
  const used = new Set(readable.flatMap(({ file }) => computedNames(read(file))));
  expect(Object.keys(EXPLAINED).filter((text) => !used.has(text))).toEqual([]);
});

describe('one would be found', () => {
  test('an access by what a message says', () => {
    expect(computedNames('handlers[message.data](1); list[0]; list[i - 1]; list[i & 63]; a.b["c"]')).toEqual([
      'a.b["c"]',
      'handlers[message.data]',
    ]);
  });

  test('a key that was said, while the program runs', () => {
    /** @type {any[]} */
    const seen = [];
    const watchKey = (/** @type {number} */ place, /** @type {any} */ key) => seen.push([place, key]) && key;
    runCommonJs(watchKeys('table[0] = 1; table[message.data] = 2;'), {
      table: {},
      message: { data: 'said' },
      watchKey,
    });
    expect(seen).toEqual([
      [0, 0],
      [1, 'said'],
    ]);
  });

  test('a property that is computed where an object is made', () => {
    expect(() => computedNames('x = {\n[message.data]: 1 }')).toThrow('line 2: a computed property');
  });
});
