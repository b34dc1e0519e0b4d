// @ts-check
/** The hook of the guide in real Vue: several components, hot reload. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import './dom.mjs';
import { startCounting } from './server.mjs';

/** @type {Awaited<ReturnType<typeof startCounting>>} */
let server;
/** @type {any} */
let vue;
/** @type {any} */
let app;
/** @type {HTMLElement} */
let page;

beforeEach(async () => {
  vi.resetModules();
  server = await startCounting();
  /** @type {any} */ (globalThis).wx = server.host();
  vue = await import('vue');
  page = document.createElement('div');
});

afterEach(async () => {
  app.unmount();
  await server.until(() => server.alive() === 0);
  server.stop();
});

/** @param {any} hook @param {string} name */
const makeChat = (hook, name) => ({
  __hmrId: 'chat',
  setup() {
    const messages = vue.ref([]);
    const { state, send } = hook((/** @type {any} */ data) => messages.value.push(data));
    return () => vue.h('p', { onClick: () => send('hello') }, `${name} ${state.value} ${messages.value.join()}`);
  },
});

/** @param {() => boolean} isSo */
const shows = (isSo) => vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 10_000, interval: 5 });

test('several components share one socket, and the last one closes it', async () => {
  const { useLink } = await import('../snippets/use-link-vue.js');
  const Chat = makeChat(useLink, 'chat');
  const count = vue.ref(3);
  app = vue.createApp({ render: () => Array.from({ length: count.value }, (_, key) => vue.h(Chat, { key })) });
  app.mount(page);
  await shows(() => page.textContent === 'chat open chat open chat open ');
  expect(server.opened()).toBe(1);
  count.value = 1;
  await vue.nextTick();
  server.say('still');
  await shows(() => page.textContent === 'chat open still');
  page.querySelector('p')?.click();
  await server.until(() => server.heard.length === 1);
  count.value = 0;
  await server.until(() => server.alive() === 0);
  expect(server.opened()).toBe(1);
});

test('a component that is hot-reloaded keeps the socket, and its old handler is silent', async () => {
  const { useLink } = await import('../snippets/use-link-vue.js');
  const Chat = makeChat(useLink, 'one');
  const runtime = /** @type {any} */ (globalThis).__VUE_HMR_RUNTIME__;
  runtime.createRecord('chat', Chat);
  app = vue.createApp({ render: () => vue.h(Chat) });
  app.mount(page);
  await shows(() => page.textContent === 'one open ');

  runtime.reload('chat', makeChat(useLink, 'two'));
  await shows(() => page.textContent === 'two open ');
  server.say('after');
  await shows(() => page.textContent === 'two open after');
  expect([server.opened(), server.alive()]).toEqual([1, 1]);
});
