// @ts-check
/**
 * The emulated hosts on a page: bundled for a browser, in a realm that has only what a browser has, with timers that
 * throw on any `this` but their own.
 */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

/** @type {string} */
let page;

beforeAll(async () => {
  const built = await build({
    entryPoints: ['lab/emulators/page.mjs'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'emulators',
  });
  page = built.outputFiles[0].text;
});

/** A realm as a browser's, with the page's script run in it. */
function openPage() {
  /** @type {any} */
  const window = vm.createContext({ btoa, atob, Blob, URL, TextEncoder, TextDecoder });
  const bare = (/** @type {any} */ native) =>
    function timer(/** @type {any[]} */ ...args) {
      // @ts-expect-error what it is called on is what a browser looks at
      if (this !== undefined && this !== vm.runInContext('globalThis', window))
        throw new TypeError('Illegal invocation');
      return native(...args);
    };
  window.setTimeout = bare(setTimeout);
  window.clearTimeout = bare(clearTimeout);
  vm.runInContext(`${page};globalThis.emulators = emulators;`, window);
  return window;
}

describe('a page', () => {
  it('has timers that throw when they are called as a method', () => {
    const window = openPage();
    expect(() => vm.runInContext('({ setTimeout }).setTimeout(() => {}, 0)', window)).toThrow('Illegal invocation');
  });

  it.each([
    ['wechat', 'wx'],
    ['alipay', 'my'],
    ['baidu', 'swan'],
  ])('carries text and bytes there and back on %s', async (entry, global) => {
    const window = openPage();
    const read = (/** @type {string} */ file) => readFileSync(file, 'utf8');
    Object.assign(window, { global, text: read(`dist/${entry}.js`) });
    window.behaviour = JSON.parse(read(`platforms/${entry}/behaviour.json`));
    const heard = await vm.runInContext(
      `(async () => {
        const server = emulators.memoryServer({ answer: (data) => data, latency: 1 });
        const phone = emulators.hostOf(global, behaviour)({ transport: server.transport });
        const { MdeWebsocket } = emulators.runCommonJs(text, {
          [global]: phone.host, setTimeout: phone.thread.setTimeout, clearTimeout: phone.thread.clearTimeout,
        });
        const heard = [];
        const task = await MdeWebsocket({ params: { url: server.url('/chat') } });
        await new Promise((resolve) => {
          task.onMessage = ({ data }) => {
            heard.push(typeof data === 'string' ? data : [...new Uint8Array(data)].join());
            if (heard.length === 2) resolve();
          };
          task.send('hello');
          task.send(new Uint8Array([0, 1, 128, 255]));
        });
        task.close();
        return heard.concat(phone.thread.errors.map(({ error }) => String(error)));
      })()`,
      window,
    );
    expect([...heard]).toEqual(['hello', '0,1,128,255']);
  });
});

describe('the server of a page', () => {
  it('stops, refuses, falls silent and listens again', async () => {
    const window = openPage();
    const states = await vm.runInContext(
      `(async () => {
        const server = emulators.memoryServer({ answer: (data) => data, latency: 1 });
        const { host } = emulators.hostOf('wx', { emulator: 'task host' })({ transport: server.transport });
        const until = (task, name) => new Promise((resolve) => task['on' + name](resolve));
        const connect = () => host.connectSocket({ url: server.url() });
        const states = [];
        const first = connect();
        await until(first, 'Open');
        states.push(server.open().length);
        const lost = until(first, 'Close');
        server.stop();
        states.push((await lost).code);
        states.push((await until(connect(), 'Error')).errMsg);
        server.refuse();
        states.push((await until(connect(), 'Error')).errMsg);
        server.start();
        const last = connect();
        await until(last, 'Open');
        server.silence();
        let answers = 0;
        last.onMessage(() => { answers += 1; });
        last.send({ data: 'anybody?' });
        await new Promise((resolve) => setTimeout(resolve, 10));
        states.push(answers);
        return states.join('; ');
      })()`,
      window,
    );
    expect(states).toBe('1; 1006; connect ECONNREFUSED; Unexpected server response: 503; 0');
  });
});
