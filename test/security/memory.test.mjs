// @ts-check
import { describe, expect, onTestFinished, test } from 'vitest';
import { bundles } from './bundles.mjs';
import { createCensus, heapInUse } from './memory.mjs';
import { startProgram } from './program.mjs';

const FLOOD = 200_000;
/** Far below what a word per message would come to: 1.4 MB. */
const FLAT = 300_000;
/** The one of the moment, and some that the engine itself has not let go yet: no more for thousands than for hundreds. */
const FEW = 30;

/** @param {import('./bundles.mjs').Bundle} bundle @param {string} [kind] */
async function start(bundle, kind = bundle.kinds[0]) {
  const program = await startProgram(bundle, kind);
  onTestFinished(program.release);
  return program;
}

describe.each(bundles)('$file', (bundle) => {
  test('keeps queueLimit messages of a flood before open, the newest, and tells of all others', async () => {
    const program = await start(bundle);
    const task = await program.connect({ queueLimit: 50 });
    const census = createCensus();
    /** @type {number[]} */
    const dropped = [];
    for (let index = 0; index < 20_000; index += 1) {
      const data = census.watch(new Uint32Array([index]).buffer);
      task.send({ data, fail: () => dropped.push(index) });
    }
    expect(dropped).toEqual(Array.from({ length: 19_950 }, (_, index) => index));
    expect(await census.count()).toBe(50);
  });

  test.each(bundle.kinds)('holds nothing of a server that never stops talking, on a %s host', async (kind) => {
    const program = await start(bundle, kind);
    const task = await program.connect({ isPong: (/** @type {any} */ data) => data === 'pong' });
    const census = createCensus();
    let received = 0;
    task.onMessage = () => {
      received += 1;
    };
    program.emit('Open');
    const timerCalls = program.timerCalls();
    const talk = (/** @type {number} */ from, /** @type {number} */ to) => {
      for (let index = from; index < to; index += 1) {
        const event = { data: `message ${index}`, isBuffer: false };
        program.emit('Message', index % 100 ? event : census.watch(event));
      }
    };
    talk(0, FLOOD / 10);
    const before = await heapInUse();
    talk(FLOOD / 10, FLOOD);
    expect((await heapInUse()) - before, 'bytes more on the heap').toBeLessThan(FLAT);
    expect(await census.count(), 'events still held').toBeLessThanOrEqual(FEW);
    expect(received).toBe(FLOOD);
    expect(program.timerCalls(), 'calls of timers').toBe(timerCalls);
  });

  test.each(bundle.kinds)('holds nothing of the links that a server dropped at once, on a %s host', async (kind) => {
    const program = await start(bundle, kind);
    const task = await program.connect({ reconnectTimeout: 0 });
    const census = createCensus();
    let closed = 0;
    task.onClose = () => {
      closed += 1;
    };
    for (let index = 0; index < 2000; index += 1) {
      if (task.socketTask) census.watch(task.socketTask);
      program.emit('Open');
      program.emit('Close', census.watch({ code: 1006, reason: 'dropped' }));
      program.fireTimers();
    }
    expect(closed).toBe(2000);
    expect(await census.count(), 'links and events still held').toBeLessThanOrEqual(FEW);
  });

  test.each(bundle.kinds)('holds no tasks that were closed, on a %s host', async (kind) => {
    const program = await start(bundle, kind);
    const census = createCensus();
    for (let index = 0; index < 300; index += 1) {
      const task = census.watch(await program.connect());
      program.emit('Open');
      task.close();
      program.fireTimers();
    }
    expect(await census.count()).toBeLessThanOrEqual(FEW);
  });

  test('holds no sent message without callbacks, though the host never answers', async () => {
    const program = await start(bundle);
    const task = await program.connect();
    program.emit('Open');
    program.host.sendSocketMessage = task.socketTask.send = () => undefined;
    const census = createCensus();
    for (let index = 0; index < 2000; index += 1) task.send(census.watch(new ArrayBuffer(8)));
    expect(await census.count()).toBeLessThanOrEqual(FEW);
  });
});

describe('a leak would be found', () => {
  test('in objects', async () => {
    const census = createCensus();
    const kept = [1, 2, 3].map(() => census.watch({}));
    for (let index = 0; index < 1000; index += 1) census.watch({});
    expect(await census.count()).toBe(kept.length);
  });

  test('in bytes', async () => {
    const before = await heapInUse();
    const kept = Array.from({ length: FLOOD }, (_, index) => index + 0.5);
    expect((await heapInUse()) - before).toBeGreaterThan(FLAT);
    expect(kept).toHaveLength(FLOOD);
  });
});
