// @ts-check
/** The hook of the guide in real React: StrictMode, hot reload, several components. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import './dom.mjs';
import { startCounting } from './server.mjs';

const refresh = (await import('react-refresh/runtime')).default;
// It must be there before React DOM is.
refresh.injectIntoGlobalHook(globalThis);
const react = await import('react');
const { createRoot } = await import('react-dom/client');

/** @type {Awaited<ReturnType<typeof startCounting>>} */
let server;
/** @type {any} */
let root;
/** @type {HTMLElement} */
let page;

beforeEach(async () => {
  vi.resetModules();
  server = await startCounting();
  /** @type {any} */ (globalThis).wx = server.host();
  page = document.createElement('div');
  root = createRoot(page);
});

afterEach(async () => {
  root.unmount();
  await server.until(() => server.alive() === 0);
  server.stop();
});

/** A component that shows its state and what it heard. @param {any} hook @param {string} [name] */
function makeChat(hook, name = 'chat') {
  return () => {
    const [messages, setMessages] = react.useState([]);
    const { state, send } = hook((/** @type {any} */ data) =>
      setMessages((/** @type {any[]} */ all) => [...all, data]),
    );
    return react.createElement('p', { onClick: () => send('hello') }, `${name} ${state} ${messages.join()}`);
  };
}

/** @param {() => boolean} isSo */
const shows = (isSo) => vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 10_000, interval: 5 });

test('one socket under StrictMode, which mounts twice', async () => {
  const { useLink } = await import('../snippets/use-link-react.js');
  const Chat = makeChat(useLink);
  root.render(react.createElement(react.StrictMode, null, react.createElement(Chat)));
  await shows(() => page.textContent === 'chat open ');
  expect([server.opened(), server.alive()]).toEqual([1, 1]);
  server.say('hi');
  await shows(() => page.textContent === 'chat open hi');
  page.querySelector('p')?.click();
  await server.until(() => server.heard.length === 1);
  expect(server.heard).toEqual(['hello']);
});

test('several components share the socket, and the last one closes it', async () => {
  const { useLink } = await import('../snippets/use-link-react.js');
  const Chat = makeChat(useLink);
  const render = (/** @type {number} */ count) =>
    root.render(Array.from({ length: count }, (_, key) => react.createElement(Chat, { key })));
  render(3);
  await shows(() => page.textContent === 'chat open chat open chat open ');
  expect(server.opened()).toBe(1);
  render(1);
  await shows(() => page.textContent === 'chat open ');
  server.say('still');
  await shows(() => page.textContent === 'chat open still');
  render(0);
  await server.until(() => server.alive() === 0);
  render(1);
  await shows(() => page.textContent === 'chat open ');
  expect(server.opened()).toBe(2);
});

test.each([
  ['keeps its state', 'same', 'same', 'two open before,after'],
  ['is mounted anew', 'first', 'other', 'two open after'],
])('a component that is hot-reloaded and %s keeps the socket', async (_, first, second, shown) => {
  const { useLink } = await import('../snippets/use-link-react.js');
  const reload = (/** @type {any} */ Component, /** @type {string} */ signature) => {
    refresh.register(Component, 'Chat');
    refresh.setSignature(Component, signature);
    return Component;
  };
  const One = reload(makeChat(useLink, 'one'), first);
  root.render(react.createElement(One));
  await shows(() => page.textContent === 'one open ');
  server.say('before');
  await shows(() => page.textContent === 'one open before');

  reload(makeChat(useLink, 'two'), second);
  refresh.performReactRefresh();
  await shows(() => page.textContent?.startsWith('two open') ?? false);
  server.say('after');
  await shows(() => page.textContent === shown);
  expect([server.opened(), server.alive()]).toEqual([1, 1]);
});
