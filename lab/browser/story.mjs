// @ts-check
/**
 * What happens to a page with a link, step by step, and what must be told of each, in this order.
 *
 * @typedef {{
 *   page: any,
 *   context: any,
 *   server: import('../emulators/server.mjs').Server,
 *   site: { url: (path: string) => string },
 * }} Stage
 * @typedef {(stage: Stage) => Promise<unknown>} Act
 * @typedef {{
 *   name: string,
 *   acts: Act,
 *   tells?: (string | RegExp)[],
 *   afterwards?: Act,
 *   tellsThen?: (string | RegExp)[],
 *   within?: [from: string, to: string, ms: number],
 * }} Step `within`: so soon after the one the other must be told
 */

/** Another tab in front of the page. @param {Stage} stage */
const hide = async ({ context }) => (await context.newPage()).bringToFront();

/** @param {Stage} stage */
async function show({ page, context }) {
  await page.bringToFront();
  for (const other of context.pages()) if (other !== page) await other.close();
}

/** @type {Step[]} */
export const STEPS = [
  {
    name: 'opens, and carries text and bytes',
    async acts({ page, server, site }) {
      await page.goto(site.url('/'));
      await page.evaluate(`start('${server.url()}').then((made) => {
        window.task = made;
        task.send('hello');
        task.send(new Uint8Array([1, 2, 3]));
      })`);
    },
    tells: ['open', 'message hello', 'message 3 bytes'],
  },
  {
    name: 'half-open: the network swallows everything',
    acts: ({ context }) => context.setOffline(true),
    tells: ['offline', 'close 1006 pong-timeout', /^reconnect/],
    afterwards: ({ context }) => context.setOffline(false),
    tellsThen: ['online', 'open'],
    within: ['online', 'open', 1000],
  },
  {
    name: 'the tab is hidden and shown: a live link is probed and stays',
    acts: hide,
    tells: ['hidden'],
    async afterwards(stage) {
      const [peer] = stage.server.open();
      const pings = () => peer.received.filter((data) => data === 'ping').length;
      const before = pings();
      await show(stage);
      await stage.server.when(() => pings() > before);
      await stage.page.evaluate("task.send('still here')");
    },
    tellsThen: ['visible', 'message still here'],
    within: ['visible', 'message still here', 1000],
  },
  {
    name: 'frozen while hidden, and cut meanwhile',
    async acts(stage) {
      await hide(stage);
      const session = await stage.context.newCDPSession(stage.page);
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      for (const { socket } of stage.server.open()) socket.terminate();
      await stage.server.when(() => stage.server.open().length === 0);
    },
    afterwards: show,
    tellsThen: ['hidden', 'freeze', 'resume', 'visible', /^close 1006 host/, 'open'],
    within: ['visible', 'open', 1000],
  },
  {
    name: 'to another page and back, from the back/forward cache',
    acts: ({ page, site }) => page.goto(site.url('/elsewhere')),
    afterwards: ({ page }) => page.goBack({ waitUntil: 'commit' }),
    tellsThen: ['pagehide kept', 'pageshow kept', /^close 1006/, 'open'],
    within: ['pageshow kept', 'open', 1000],
  },
  {
    name: 'the server goes and comes back',
    acts: ({ server }) => server.stop(),
    tells: ['close 1006 host', /^reconnect/],
    afterwards: ({ server }) => server.start(),
    tellsThen: ['open'],
  },
  {
    name: 'the server closes with a code of its own',
    async acts({ server }) {
      for (const { socket } of server.open()) socket.close(4401, 'token');
    },
    tells: ['close 4401 host', /^reconnect/, 'open'],
  },
  {
    name: 'in a worker, without a page',
    async acts({ page, server }) {
      await page.evaluate(`new Promise((resolve) => {
        const worker = new Worker('/worker.mjs', { type: 'module' });
        worker.onmessage = ({ data }) => resolve(data.forEach((text) => note('worker: ' + text)));
        worker.postMessage('${server.url()}');
      })`);
    },
    tells: ['worker: open', 'worker: message from a worker'],
  },
  {
    name: 'is closed, and stays so',
    async acts({ page, server }) {
      const before = server.open().length;
      await page.evaluate('task.close()');
      await server.when(() => server.open().length < before);
    },
    tells: [/^close \d+ user$/],
  },
];
