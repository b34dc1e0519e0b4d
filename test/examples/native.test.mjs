// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectedOf } from '../../lab/consumers/expected.mjs';
import { createWorld } from '../../lab/consumers/mini/context.mjs';
import { dialectOf } from '../../lab/consumers/mini/dialects.mjs';
import { createPage } from '../../lab/consumers/mini/page.mjs';
import { timersOf } from '../../lab/consumers/mini/timers.mjs';
import { createWatch } from '../../lab/consumers/mini/watch.mjs';
import { createServer } from '../../lab/consumers/server.mjs';
import { wsTransport } from '../../lab/emulators/index.mjs';
import { EXAMPLES } from '../../scripts/examples/catalogue.mjs';
import { root } from '../../scripts/examples/library.mjs';
import { prepare } from '../../scripts/examples/prepare.mjs';

const work = mkdtempSync(path.join(tmpdir(), 'mde-examples-'));
const server = createServer();
/** Mini programs that a reader copies a file into: no tool is needed to run them. */
const NATIVE = Object.entries(EXAMPLES).flatMap(([name, { copies, targets }]) => {
  const { kind } = expectedOf(Object.values(targets)[0].entry);
  return copies && !['web', 'minigame'].includes(kind) ? [{ name, kind }] : [];
});

beforeAll(() => server.start());
afterAll(async () => {
  await server.kill();
  rmSync(work, { recursive: true });
});

test('there are native examples', () => expect(NATIVE.length).toBeGreaterThan(2));

test.each(NATIVE)(
  'the page of $name connects, shows what comes back, and leaves nothing behind',
  async ({ name, kind }) => {
    const folder = await prepare(name, { work, library: { tarball: '', folder: root }, server: server.url() });
    const { global, emulate, hidden = [] } = dialectOf(kind);
    const phone = emulate({ transport: wsTransport() });
    const watch = createWatch();
    /** @type {any} */
    let definition;
    const Page = (/** @type {any} */ given) => {
      definition = given;
    };
    const require = createWorld(folder, { ...timersOf(phone.thread), [global]: phone.host, Page }, hidden);
    require('pages/index/index.js');
    const { page, open, close } = createPage(definition, 'pages/index/index', watch.changed);
    const until = (/** @type {string} */ what, /** @type {() => boolean} */ isSo) =>
      watch.until(what, isSo, () => JSON.stringify(page.data));

    open();
    await until('it is open', () => page.data.state === 'open');
    phone.thread.run(() => page.send());
    await until('the answer is shown', () => page.data.lines.some(isReceived));
    phone.thread.run(() => page.close());
    await until('it is closed', () => page.data.state === 'closed');
    close();
    expect(phone.thread.errors).toEqual([]);
    expect(phone.counts()).toMatchObject({ live: 0, peak: 1, timers: 0 });
  },
);

/** @param {{ kind: string, text: string }} line */
const isReceived = ({ kind, text }) => kind === 'received' && text === 'hello';
