// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { bundles, read } from './bundles.mjs';
import { builtIns, changesSince, eventsWith, words } from './hostile.mjs';
import { startProgram } from './program.mjs';
import { computedPlaces, watchKeys } from './property-names.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mde-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Keys that the library may use besides its options and the application's parameters. */
const HOOKS = ['onOpen', 'onMessage', 'onError', 'onClose', 'onReconnect', 'onState'];
const CALLBACKS = ['success', 'fail', 'complete'];
const FIELDS = ['data', 'isBuffer', 'code', 'reason', 'errMsg', 'message', 'errorMessage', 'error', 'errCode', 'errno'];
const PARAMS = ['url', 'header', 'multiple'];

/** A program whose every key is noted. @param {import('./bundles.mjs').Bundle} bundle @param {string} kind */
async function watched(bundle, kind) {
  const path = join(folder, basename(bundle.file));
  writeFileSync(path, watchKeys(read(bundle.file)));
  /** @type {Map<number, Set<any>>} keys by place */
  const keys = new Map();
  function watchKey(/** @type {number} */ place, /** @type {any} */ key) {
    keys.set(place, (keys.get(place) ?? new Set()).add(key));
    return key;
  }
  const program = await startProgram(bundle, kind, { path, globals: { watchKey } });
  onTestFinished(program.release);
  return { ...program, keys };
}

/** Every word in every event, with the reconnecting that comes of it. @param {any} program */
function attack(program) {
  for (const word of words) {
    for (const [name, event] of eventsWith(word)) {
      program.emit('Open');
      program.emit(name, event);
      program.fireTimers();
    }
  }
}

for (const bundle of bundles) {
  describe(`${bundle.file}, whatever a server says`, () => {
    test('uses no key that was said', async () => {
      const places = new Set();
      for (const kind of bundle.kinds) {
        const program = await watched(bundle, kind);
        const connecting = program.connect({ queueLimit: 10 }, { header: {}, success: () => undefined });
        program.emit('Open');
        const task = await connecting;
        task.onMessage = () => undefined;
        task.on('message', () => undefined)();
        task.send({ data: new Uint8Array(4) });
        program.refuse(() => {
          task.send('first');
          task.send('second');
        });
        program.emit('Message', { data: { arrayBuffer: async () => new ArrayBuffer(1) } });
        await new Promise(setImmediate);
        attack(program);
        const known = new Set([...Object.keys(task.opts), ...HOOKS, ...CALLBACKS, ...FIELDS, ...PARAMS]);
        const said = [...program.keys.values()].flatMap((keys) => [...keys]).filter((key) => typeof key !== 'number');
        expect(said.filter((key) => !known.has(key))).toEqual([]);
        for (const place of program.keys.keys()) places.add(place);
      }
      const unreached = computedPlaces(read(bundle.file)).filter((_, place) => !places.has(place));
      expect(unreached, 'places that were not reached').toEqual([]);
    });

    test.each(bundle.kinds)('leaves the language and the task as they are, on a %s host', async (kind) => {
      const program = await startProgram(bundle, kind);
      onTestFinished(program.release);
      const task = await program.connect();
      const methods = Object.entries(task).filter(([, value]) => typeof value === 'function');
      const before = builtIns();
      attack(program);
      expect(changesSince(before)).toEqual([]);
      expect(Object.entries(task).filter(([, value]) => typeof value === 'function')).toEqual(methods);
      expect(Object.keys(task.opts)).toContain('pingTimeout');
      expect(/** @type {any} */ ({}).polluted).toBeUndefined();
    });

    test.each(bundle.kinds)('delivers text as it came and goes on, on a %s host', async (kind) => {
      const program = await startProgram(bundle, kind);
      onTestFinished(program.release);
      const task = await program.connect();
      attack(program);
      task.reconnect();
      program.fireTimers();
      program.emit('Open');
      expect(task.state).toBe('open');
      /** @type {any[]} */
      const received = [];
      task.onMessage = (/** @type {any} */ { data }) => received.push(data);
      const texts = words.filter((word) => typeof word === 'string');
      for (const text of texts) program.emit('Message', kind === 'nested' ? { data: { data: text } } : { data: text });
      expect(received).toEqual(texts);
    });
  });
}

test.each(bundles)('a close and an error that cannot become text end the attempt in $file', async (bundle) => {
  const program = await startProgram(bundle, bundle.kinds[0]);
  onTestFinished(program.release);
  const task = await program.connect();
  const mute = JSON.parse('{"toString":1,"valueOf":1}');
  for (const [name, event] of /** @type {const} */ ([
    ['Close', { code: mute, reason: mute }],
    ['Error', { errMsg: mute, message: mute, errorMessage: mute, error: mute }],
  ])) {
    /** @type {any[]} */
    const closed = [];
    task.onClose = (/** @type {any} */ { code, cause }) => closed.push([code, cause]);
    program.emit('Open');
    expect(task.state).toBe('open');
    program.emit(name, event);
    program.fireTimers();
    expect(closed).toEqual([[1006, 'host']]);
  }
});

test.each(bundles)('parameters that were parsed from JSON pollute nothing in $file', async (bundle) => {
  const program = await startProgram(bundle, bundle.kinds[0]);
  onTestFinished(program.release);
  const before = builtIns();
  const task = await program.connect({}, () => JSON.parse('{"url":"wss://server/","__proto__":{"polluted":true}}'));
  program.emit('Open');
  expect(task.state).toBe('open');
  expect(changesSince(before)).toEqual([]);
});
